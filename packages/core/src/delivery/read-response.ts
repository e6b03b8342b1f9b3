import { ApiError } from "../errors/api-error.ts";
import { RedirectError } from "../errors/redirect-error.ts";
import { ResponseError } from "../errors/response-error.ts";
import { parseBody, parseErrorBody } from "../response/parse-body.ts";
import { readText } from "../response/read-text.ts";
import { type Attempt, failure } from "./attempt.ts";
import type { Call } from "./call.ts";
import { evidenceOfStatus } from "./evidence.ts";
import { parseRetryAfter } from "./retry-after.ts";
import type { Evidence } from "./should-retry.ts";

/**
 * Reads a response to its end. Never rejects, unless the response is made up, as in a test.
 *
 * @param note Is told what the head of the response proves, for whoever has to cut the attempt short.
 */
export async function readResponse(
  response: Response,
  contentType: string,
  { definition, settings }: Call,
  note: (evidence: Evidence) => void,
): Promise<Attempt> {
  const { headers, status, ok } = response;
  const readOther = ok ? definition.reader?.find(contentType) : undefined;
  // Success with the documented type is the server's own word; a page of HTML may be anyone's.
  const documented = readOther || /[/+]json\b/i.test(contentType);
  const evidence = !ok ? evidenceOfStatus(status) : documented ? "committed" : "unknown";
  note(evidence);
  const seen = { evidence, status, headers };

  // A browser shows a redirect as status 0.
  if (!ok && status < 400) {
    response.body?.cancel().catch(() => {});
    const target = originOf(headers.get("location"), response.url);
    return { ...seen, failure: failure("RedirectError", RedirectError, { status, target }) };
  }
  const requestId = requestIdOf(headers);
  if (readOther) {
    const [data, fault] = await readOther(response, contentType, settings.maxBodySize, settings.signal);
    if (!fault) return { ...seen, data };
    return { ...seen, failure: failure("ResponseError", ResponseError, { fault, status, contentType, requestId }) };
  }
  const [text, unread] = await readText(response, settings.maxBodySize);
  if (ok) {
    const [data, fault] = unread ? [text, unread] : parseBody(definition, text);
    if (!fault) return { ...seen, data };
    const details = { fault, status, contentType, requestId };
    return { ...seen, failure: failure("ResponseError", ResponseError, details) };
  }
  const retryAfter = parseRetryAfter(headers.get("retry-after") ?? "");
  const details = { status, body: parseErrorBody(text), requestId, retryAfter };
  return { ...seen, retryAfter, failure: failure("ApiError", ApiError, details) };
}

/** The server's name for the request. A name is visible ASCII; what is not may be anything, in letters no masking knows. */
export const requestIdOf = (headers: Headers | undefined): string | undefined =>
  headers?.get("x-request-id")?.match(/^[!-~]+$/)?.[0];

function originOf(location: string | null, base: string): string | undefined {
  try {
    return location ? new URL(location, base).origin : undefined;
  } catch {
    return undefined;
  }
}
