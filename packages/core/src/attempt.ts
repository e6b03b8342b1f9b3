import { readText, readValue } from "./body.ts";
import { ApiError } from "./errors/api-error.ts";
import { ConnectionError } from "./errors/connection-error.ts";
import type { ErrorContext, GitTokensError } from "./errors/git-tokens-error.ts";
import { RedirectError } from "./errors/redirect-error.ts";
import { ResponseError } from "./errors/response-error.ts";
import { type Evidence, evidenceOfStatus, evidenceOfThrown } from "./evidence.ts";
import type { OperationDefinition } from "./operation.ts";
import type { Scrub } from "./scrub.ts";
import { retryAfterOf } from "./wait.ts";

/** An answer that was read to its end. */
export interface Answer {
  readonly ok: true;
  readonly status: number;
  readonly requestId: string | undefined;
  readonly headers: Headers;
  readonly data: unknown;
}

/** What went wrong with one attempt, before it is decided what becomes of it. */
export interface Failure {
  readonly ok: false;
  readonly evidence: Evidence;
  readonly status?: number;
  readonly requestId?: string | undefined;
  readonly retryAfter?: number | undefined;
  /** Present on an answer with a status that says no: its headers and its body, without secrets. */
  readonly refusal?: { readonly headers: Headers; readonly body: unknown };
  readonly cause?: unknown;
  /** True where another attempt would fail alike, whatever the evidence allows. */
  readonly final?: boolean;
  toError(context: ErrorContext): GitTokensError;
}

/** What is known of an attempt while it is under way, for whoever has to cut it short. */
export interface Progress {
  evidence: Evidence;
}

/** One request, ready to be sent. */
export interface Exchange {
  readonly definition: OperationDefinition;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly url: string;
  readonly init: RequestInit;
  readonly maxBodySize: number;
  readonly scrub: Scrub;
}

/** Sends a request once and reads the answer to its end. Never rejects. */
export async function attempt(exchange: Exchange, progress: Progress): Promise<Answer | Failure> {
  const { definition, fetch, url, init, maxBodySize, scrub } = exchange;
  progress.evidence = "unknown";
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (cause) {
    return { ok: false, evidence: evidenceOfThrown(cause), cause, toError: (context) => new ConnectionError(context) };
  }

  const { headers, status } = response;
  const requestId = scrub(headers.get("x-request-id") ?? headers.get("x-correlation-id") ?? undefined);
  const contentType = headers.get("content-type") ?? undefined;
  const evidence = response.ok ? evidenceOfSuccess(contentType) : evidenceOfStatus(status);
  progress.evidence = evidence;
  const seen = { ok: false, evidence, status, requestId } as const;

  if (response.type === "opaqueredirect" || (status >= 300 && status < 400)) {
    response.body?.cancel().catch(() => {});
    const target = originOf(headers.get("location"), url);
    return {
      ...seen,
      evidence: "rejected",
      toError: (context) => new RedirectError(status || undefined, target, context),
    };
  }

  const read = await readText(response, maxBodySize);
  if (response.ok) {
    const value = "text" in read ? readValue(definition, read.text) : read;
    if ("data" in value) return { ...seen, ok: true, headers, data: value.data };
    const details = { fault: value.fault, status, contentType, requestId };
    return { ...seen, toError: (context) => new ResponseError(details, context) };
  }

  const body = "text" in read ? scrub(jsonOrText(read.text)) : undefined;
  const retryAfter = retryAfterOf(headers);
  const details = { status, body, requestId, retryAfter };
  return { ...seen, retryAfter, refusal: { headers, body }, toError: (context) => new ApiError(details, context) };
}

/** Success beside the documented type is the server's own word; a page of HTML may be anyone's. */
const evidenceOfSuccess = (contentType = ""): Evidence => (/[/+]json\b/i.test(contentType) ? "committed" : "unknown");

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text || undefined;
  }
}

function originOf(location: string | null, base: string): string | undefined {
  try {
    return location === null ? undefined : new URL(location, base).origin;
  } catch {
    return undefined;
  }
}
