import { ApiError } from "../errors/api-error.ts";
import { RedirectError } from "../errors/redirect-error.ts";
import { ResponseError, type ResponseFault } from "../errors/response-error.ts";
import { parseBody, parseErrorBody } from "../response/parse-body.ts";
import { readText } from "../response/read-text.ts";
import type { Attempt, Failure, Head } from "./attempt.ts";
import type { Call } from "./call.ts";
import { evidenceOfStatus, isFinalStatus } from "./evidence.ts";
import { parseRetryAfter } from "./retry-after.ts";
import type { Evidence } from "./should-retry.ts";

/**
 * Reads a response to its end. Never rejects, unless the response is made up, as in a test.
 *
 * @param note Is told of the head of the response, and what it proves, for whoever has to cut the attempt short.
 */
export async function readResponse(
  response: Response,
  { definition, settings }: Call,
  note: (head: Head, evidence: Evidence) => void,
): Promise<Attempt> {
  const { headers, status, ok, redirected } = response;
  const contentType = headers.get("content-type") ?? "";
  const retryAfter = ok ? undefined : parseRetryAfter(headers.get("retry-after") ?? "");
  const head = { status, headers, retryAfter };
  const readOther = ok ? definition.reader?.find(contentType) : undefined;
  // Success with a documented type is the server's own word; a page of HTML may be anyone's.
  const documented = readOther || /[/+]json\b/i.test(contentType);
  const success = documented && !redirected ? "committed" : "unknown";
  const evidence = ok ? success : evidenceOfStatus(status);
  note(head, evidence);

  // A browser shows a redirect as status 0.
  if (redirected || (!ok && status < 400)) {
    response.body?.cancel?.().catch(() => {});
    const target = redirected ? originOf(response.url) : originOf(headers.get("location"), response.url);
    return { ...head, evidence, failure: redirect(head, target, redirected) };
  }
  if (readOther) {
    const [data, fault] = await readOther(response, contentType, settings.maxBodySize, settings.signal);
    return fault ? { ...head, evidence, failure: unusable(head, fault, contentType) } : { ...head, evidence, data };
  }
  const [text, unread] = await readText(response, contentType, settings.maxBodySize);
  if (!ok) return { ...head, evidence, failure: refusal(head, text) };
  // Where no body is documented, the server's word is its status.
  const isEmpty = evidence === "committed" && definition.answer?.[0] === "empty";
  const [data, fault] = isEmpty ? [] : unread ? [text, unread] : parseBody(definition, text);
  return fault ? { ...head, evidence, failure: unusable(head, fault, contentType) } : { ...head, evidence, data };
}

/** A `fetch` that follows has sent the request to who knows whom, and would do so again. */
const redirect = ({ status }: Head, target: string | undefined, final: boolean): Failure => ({
  name: "RedirectError",
  final,
  toError: (context, redact) => new RedirectError({ status, target: redact(target) }, context),
});

const refusal = ({ status, headers, retryAfter }: Head, text: string): Failure => ({
  name: "ApiError",
  final: isFinalStatus(status),
  toError: (context, redact) => {
    const body = redact(parseErrorBody(text));
    return new ApiError({ status, body, requestId: redact(requestIdOf(headers)), retryAfter }, context);
  },
});

const unusable = ({ status, headers }: Head, fault: ResponseFault, contentType: string): Failure => ({
  name: "ResponseError",
  final: fault === "too-large",
  toError: (context, redact) => {
    const requestId = redact(requestIdOf(headers));
    return new ResponseError({ fault, status, contentType: redact(contentType), requestId }, context);
  },
});

/** The server's name for the request. A name is visible ASCII; what is not may be anything, in letters no redaction knows. */
export const requestIdOf = (headers: Headers): string | undefined =>
  headers.get("x-request-id")?.match(/^[!-~]+$/)?.[0];

function originOf(location: string | null, base?: string): string | undefined {
  try {
    return location ? new URL(location, base).origin : undefined;
  } catch {
    return undefined;
  }
}
