import { failedFetch, initFor } from "#runtime";
import { isRepeatable } from "../effect.ts";
import { ConfigError } from "../errors/config-error.ts";
import type { SentHeaders } from "../request/headers.ts";
import { requestIdOf } from "../response/redact-headers.ts";
import type { Attempt, Head } from "./attempt.ts";
import type { Call } from "./call.ts";
import { credentialFor } from "./credential-for.ts";
import { direct } from "./direct-fetch.ts";
import { errorContext, shownUrl } from "./error-context.ts";
import { isMistake } from "./evidence.ts";
import { readResponse } from "./read-response.ts";
import type { Evidence } from "./should-retry.ts";

/**
 * Sends a request once and reads the response to its end.
 *
 * @throws {ConfigError} if the credential or the `fetch` is invalid.
 */
export async function sendOnce(call: Call, signal: AbortSignal): Promise<Attempt> {
  // Browsers and workerd refuse a fetch that is called as a method.
  const { fetch, redact } = call;
  const credential = await credentialFor(call, signal);
  if (typeof credential !== "string") return { failure: credential };
  // The credential may arrive after the call has ended; then nothing must be sent.
  signal.throwIfAborted();
  call.credentials.push(credential);
  call.renewals = call.credential.renewal?.count() ?? 0;
  call.attempts++;
  call.evidence = "unknown";
  if (call.settings.listeners.length) reportAttempt(call);
  const note = (evidence: Evidence, head?: Head): void => {
    // A fetch that ignores its signal may respond during the next attempt.
    if (!signal.aborted) Object.assign(call, { evidence, head });
  };
  let response: Response;
  try {
    const { header, prefix, apply } = call.credential;
    const { url, headers } = apply?.(call.request, credential) ?? {
      url: call.request.url,
      headers: { ...call.request.headers, [header]: prefix + credential },
    };
    response = await fetch(url, requestInit(call, headers, signal));
  } catch (thrown) {
    if (isMistake(thrown)) throw new ConfigError("fetch", `threw ${redact(`${thrown}`)}`, errorContext(call, thrown));
    const { evidence, failure } = failedFetch(thrown, call.elapsed() - call.began);
    // What a caller's own fetch throws proves nothing: it may do more than send this request.
    note(fetch === globalThis.fetch || direct in fetch ? evidence : "unknown");
    return { failure };
  }
  if (!response?.headers?.get) throw new ConfigError("fetch", "returned no Response", errorContext(call));
  const attempt = await readResponse(response, call, note);
  if (!signal.aborted && call.settings.listeners.length) {
    const { status, headers } = response;
    const duration = call.elapsed() - call.began;
    call.report({ type: "response", status, duration, requestId: requestIdOf(headers, redact) });
  }
  return attempt;
}

/** Redaction looks through the request, so only where somebody listens. */
function reportAttempt(call: Call): void {
  const { method, path: template } = call.definition;
  call.report({ type: "attempt", method, url: shownUrl(call), template });
}

function requestInit(
  { definition, request, settings, fetch }: Call,
  headers: SentHeaders,
  signal: AbortSignal,
): RequestInit {
  const { method, body } = request;
  const init = initFor({
    isOnce: !isRepeatable(definition.effect),
    hasBody: !!body || /GET|HEAD/.test(method),
    isOwn: fetch === globalThis.fetch,
    limit: Math.min(settings.timeout, settings.totalTimeout),
  });
  const more = body ? { ...init, body } : init;
  return { ...more, method, headers, redirect: "manual", cache: "no-store", signal };
}
