import { failedFetch, initFor } from "#runtime";
import type { Addressed } from "../request/credential-source.ts";
import { requestIdOf } from "../response/redact-headers.ts";
import type { Attempt } from "./attempt.ts";
import { type Call, elapsed } from "./call.ts";
import { credentialFor } from "./credential-for.ts";
import { direct } from "./direct-fetch.ts";
import { shownUrl } from "./error-context.ts";
import { isMistake } from "./evidence.ts";
import { misused } from "./misused.ts";
import { readResponse } from "./read-response.ts";
import { report } from "./report.ts";

/** Sends a request once and reads the response to its end. */
export async function sendOnce(call: Call, signal: AbortSignal): Promise<Attempt> {
  // Browsers and workerd refuse a fetch that is called as a method.
  const { fetch, request, settings } = call;
  const { given, renewal } = call.credential;
  const credential = typeof given === "string" ? given : await credentialFor(call, given, signal);
  if (typeof credential !== "string") return credential;
  // The credential may arrive after the call has ended; then nothing must be sent.
  signal.throwIfAborted();
  call.credentials.push(credential);
  call.renewals = renewal?.count() ?? 0;
  call.attempts++;
  call.evidence = "unknown";
  if (settings.listeners.length) reportAttempt(call);
  let response: Response;
  try {
    const { url, headers } = addCredential(call, credential);
    const { method, body } = request;
    const init = body ? { ...initFor(call), body } : initFor(call);
    response = await fetch(url, { ...init, method, headers, redirect: "manual", cache: "no-store", signal });
  } catch (thrown) {
    if (isMistake(thrown)) return misused("fetch", `threw ${thrown}`, thrown);
    const { evidence, failure } = failedFetch(thrown, elapsed(call) - call.began);
    // What a caller's own fetch throws proves nothing: it may do more than send this request.
    if (!signal.aborted && (fetch === globalThis.fetch || direct in fetch)) call.evidence = evidence;
    return failure;
  }
  if (!response?.headers?.get) return misused("fetch", "returned no Response");
  const attempt = await readResponse(response, call, signal);
  if (!signal.aborted && settings.listeners.length) {
    const { status, headers } = response;
    const duration = elapsed(call) - call.began;
    report(call, { type: "response", status, duration, requestId: requestIdOf(headers, call.redact) });
  }
  return attempt;
}

function addCredential({ request, credential: { header, prefix, apply } }: Call, credential: string): Addressed {
  const { url, headers } = request;
  return apply?.(request, credential) ?? { url, headers: { ...headers, [header]: prefix + credential } };
}

/** Redaction looks through the request, so only where somebody listens. */
function reportAttempt(call: Call): void {
  const { method, path: template } = call.definition;
  report(call, { type: "attempt", method, url: shownUrl(call), template });
}
