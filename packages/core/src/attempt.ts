import { readText, readValue } from "./body.ts";
import type { Evidence } from "./decide.ts";
import type { Delivered } from "./delivered.ts";
import { ApiError } from "./errors/api-error.ts";
import { ConnectionError } from "./errors/connection-error.ts";
import type { ErrorContext, GitTokensError } from "./errors/git-tokens-error.ts";
import { RedirectError } from "./errors/redirect-error.ts";
import { ResponseError } from "./errors/response-error.ts";
import { evidenceOfStatus, evidenceOfThrown } from "./evidence.ts";
import type { OperationDefinition } from "./operation.ts";
import type { Scrub } from "./scrub.ts";
import { retryAfterOf } from "./wait.ts";

/** What one attempt came to. Without `toError` it succeeded. Nothing in it is free of secrets yet. */
export interface Attempt extends Pick<Delivered, "status" | "headers" | "data"> {
  readonly evidence: Evidence;
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
  readonly toError?: ToError;
}

/** Makes the error, once it is known how the call ends; nothing goes into it but what was masked. */
type ToError = (context: ErrorContext, scrub: Scrub) => GitTokensError;

/** An error to be made of these details. */
export const failing =
  <Details>(Type: new (details: Details, context: ErrorContext) => GitTokensError, details: Details): ToError =>
  (context, scrub) =>
    new Type(scrub(details), context);

/**
 * Sends a request once and reads the answer to its end. Never rejects.
 *
 * @param note Is told what is proven so far, for whoever has to cut the attempt short.
 */
export async function attempt(
  send: () => Promise<Response>,
  definition: OperationDefinition,
  maxBodySize: number,
  note: (evidence: Evidence) => void,
): Promise<Attempt> {
  let response: Response;
  let contentType: string;
  try {
    response = await send();
    contentType = response.headers.get("content-type") ?? "";
  } catch (cause) {
    return { evidence: evidenceOfThrown(cause), cause, toError: failing(ConnectionError, {}) };
  }
  const { headers, status, ok } = response;
  // Success beside the documented type is the server's own word; a page of HTML may be anyone's.
  const evidence = !ok ? evidenceOfStatus(status) : /[/+]json\b/i.test(contentType) ? "committed" : "unknown";
  note(evidence);
  const seen = { evidence, status, headers };

  // A browser shows a redirect as status 0.
  if (!ok && status < 400) {
    response.body?.cancel().catch(() => {});
    const target = originOf(headers.get("location"), response.url);
    return { ...seen, toError: failing(RedirectError, { status, target }) };
  }
  const [text, unread] = await readText(response, maxBodySize);
  if (ok) {
    const [data, fault] = unread ? [text, unread] : readValue(definition, text);
    if (!fault) return { ...seen, data };
    const details = { fault, status, contentType, requestId: requestIdOf(headers) };
    return { ...seen, toError: failing(ResponseError, details) };
  }
  const retryAfter = retryAfterOf(headers.get("retry-after") ?? "");
  const data = jsonOrText(text);
  const details = { status, body: data, requestId: requestIdOf(headers), retryAfter };
  return { ...seen, data, retryAfter, toError: failing(ApiError, details) };
}

/** The server's name for the request. A name is visible ASCII; what is not may be anything, in letters no masking knows. */
export const requestIdOf = (headers: Headers | undefined): string | undefined =>
  headers?.get("x-request-id")?.match(/^[!-~]+$/)?.[0];

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text || undefined;
  }
}

function originOf(location: string | null, base: string): string | undefined {
  try {
    return location ? new URL(location, base).origin : undefined;
  } catch {
    return undefined;
  }
}
