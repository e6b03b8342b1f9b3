import { readText, readValue } from "./body.ts";
import type { Evidence } from "./decide.ts";
import { ApiError } from "./errors/api-error.ts";
import { ConnectionError } from "./errors/connection-error.ts";
import type { ErrorContext, GitTokensError } from "./errors/git-tokens-error.ts";
import { RedirectError } from "./errors/redirect-error.ts";
import { ResponseError } from "./errors/response-error.ts";
import { evidenceOfStatus, evidenceOfThrown } from "./evidence.ts";
import type { OperationDefinition } from "./operation.ts";
import type { Scrub } from "./scrub.ts";
import { retryAfterOf } from "./wait.ts";

/** What one attempt came to. Without `toError` it succeeded. */
export interface Attempt {
  readonly evidence: Evidence;
  readonly status?: number;
  readonly requestId?: string | undefined;
  readonly headers?: Headers;
  /** The value of a success body, or that of an error body without its secrets. */
  readonly data?: unknown;
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
  toError?(context: ErrorContext): GitTokensError;
}

/**
 * Sends a request once and reads the answer to its end. Never rejects.
 *
 * @param note Is told what is proven so far, for whoever has to cut the attempt short.
 */
export async function attempt(
  send: () => Promise<Response>,
  definition: OperationDefinition,
  maxBodySize: number,
  scrub: Scrub,
  note: (evidence: Evidence) => void,
): Promise<Attempt> {
  note("unknown");
  let response: Response;
  try {
    response = await send();
  } catch (cause) {
    return { evidence: evidenceOfThrown(cause), cause, toError: (context) => new ConnectionError(context) };
  }
  const { headers, status, ok } = response;
  const header = (name: string): string => scrub(headers.get(name) ?? "");
  const contentType = header("content-type");
  const requestId = header("x-request-id") || undefined;
  // Success beside the documented type is the server's own word; a page of HTML may be anyone's.
  const evidence = !ok ? evidenceOfStatus(status) : /[/+]json\b/i.test(contentType) ? "committed" : "unknown";
  note(evidence);
  const seen = { evidence, status, requestId, headers };

  // A browser shows a redirect as status 0.
  if (!ok && status < 400) {
    response.body?.cancel().catch(() => {});
    const [target] = /^\w*:?\/\/[^/?#]+/.exec(header("location")) ?? ["another path"];
    return { ...seen, toError: (context) => new RedirectError({ status, target }, context) };
  }
  const [text, unread] = await readText(response, maxBodySize);
  if (ok) {
    const [data, fault] = unread ? [text, unread] : readValue(definition, text);
    if (!fault) return { ...seen, data };
    return { ...seen, toError: (context) => new ResponseError({ fault, status, contentType, requestId }, context) };
  }
  const retryAfter = retryAfterOf(header("retry-after"));
  const data = scrub(jsonOrText(text));
  const details = { status, body: data, requestId, retryAfter };
  return { ...seen, data, retryAfter, toError: (context) => new ApiError(details, context) };
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text || undefined;
  }
}
