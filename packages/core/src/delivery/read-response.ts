import { parseBody, parseErrorBody } from "../response/parse-body.ts";
import { readText } from "../response/read-text.ts";
import type { ReadBody } from "../response/response-reader.ts";
import type { Attempt, Failure, Head } from "./attempt.ts";
import type { Call } from "./call.ts";
import { evidenceOfStatus, isFinalStatus } from "./evidence.ts";
import { refuseRedirect } from "./refuse-redirect.ts";
import { parseRetryAfter } from "./retry-after.ts";

/**
 * Reads a response to its end, and first notes what its headers prove, in case the attempt is stopped early. It never rejects,
 * unless the response is made up, as in a test.
 */
export function readResponse(response: Response, call: Call, signal: AbortSignal): Attempt | Promise<Attempt> {
  const { definition, settings } = call;
  const { headers, status, statusText, ok, redirected } = response;
  const contentType = headers.get("content-type") ?? "";
  const retryAfter = ok ? undefined : parseRetryAfter(headers.get("retry-after") ?? "");
  const head = { status, statusText, headers, retryAfter };
  const readOther = ok ? definition.reader?.find(contentType) : undefined;
  // A success with the documented media type comes from the server; an HTML page may come from anyone.
  const isWord = !redirected && (readOther || /[/+]json\b/i.test(contentType));
  // A fetch that ignores its signal may respond during the next attempt.
  if (!signal.aborted) {
    call.evidence = !ok ? evidenceOfStatus(status) : isWord ? "committed" : "unknown";
    call.head = head;
  }

  // In a browser, a redirect has status 0.
  if (redirected || (!ok && status < 400)) return refuseRedirect(response);
  const limit = settings.maxBodySize;
  if (readOther) {
    const body = readOther(response, contentType, limit, settings.signal);
    return body.then((read) => ended(status, contentType, read));
  }
  return readText(response, contentType, limit, (text, unread) => {
    if (!ok) return refused(head, text);
    // If no body is documented, the status is enough.
    if (isWord && definition.answer?.[0] === "empty") return {};
    return ended(status, contentType, unread ? [text, unread] : parseBody(definition, text), text);
  });
}

function refused({ status, statusText, retryAfter }: Head, text: string): Failure {
  const advice = status === 404 ? " (check baseUrl and the ids)" : status === 401 ? " (check auth)" : "";
  return {
    name: "ApiError",
    what: `status ${status}${advice}`,
    final: isFinalStatus(status),
    details: (redact) => ({ status, statusText: redact(statusText), body: redact(parseErrorBody(text)), retryAfter }),
  };
}

function ended(status: number, contentType: string, [data, fault]: ReadBody, text?: string): Attempt {
  if (!fault) return { data, text };
  const advice = fault === "not-json" ? "; check baseUrl and the proxy" : "";
  return {
    name: "ResponseError",
    what: `status ${status}, but its body (${contentType || "no type"}) is unusable: ${fault}${advice}`,
    final: fault === "too-large",
    details: (redact) => ({ fault, status, contentType: redact(contentType) }),
  };
}
