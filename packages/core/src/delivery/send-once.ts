import { failedFetch, initFor } from "#runtime";
import { isRepeatable } from "../effect.ts";
import { ConfigError } from "../errors/config-error.ts";
import type { Addressed } from "../request/credential-source.ts";
import { requestIdOf } from "../response/redact-headers.ts";
import type { Attempt, Head } from "./attempt.ts";
import type { Call } from "./call.ts";
import { credentialFor } from "./credential-for.ts";
import { direct } from "./direct-fetch.ts";
import { errorContext } from "./error-context.ts";
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
  call.report({ type: "attempt" });
  const note = (evidence: Evidence, head?: Head): void => {
    // A fetch that ignores its signal may respond during the next attempt.
    if (!signal.aborted) Object.assign(call, { evidence, head });
  };
  let response: Response;
  try {
    const { url, headers } = withCredential(call, credential);
    response = await fetch(url, { ...requestInit(call, signal), headers });
  } catch (thrown) {
    if (isMistake(thrown)) throw new ConfigError("fetch", `threw ${redact(`${thrown}`)}`, errorContext(call, thrown));
    const { evidence, failure } = failedFetch(thrown, call.elapsed() - call.began);
    // What a caller's own fetch throws proves nothing: it may do more than send this request.
    note(fetch === globalThis.fetch || direct in fetch ? evidence : "unknown");
    return { failure };
  }
  if (!response?.headers?.get) throw new ConfigError("fetch", "returned no Response", errorContext(call));
  const attempt = await readResponse(response, call, note);
  // Redaction reads the whole request, so do it only if there is a listener.
  if (!signal.aborted && call.settings.listeners.length) {
    const { status, headers } = response;
    const duration = call.elapsed() - call.began;
    call.report({ type: "response", status, duration, requestId: requestIdOf(headers, redact) });
  }
  return attempt;
}

function withCredential({ request, credential }: Call, secret: string): Addressed {
  const { header, prefix, apply } = credential;
  const { url, headers } = request;
  return apply?.(request, secret) ?? { url, headers: { ...headers, [header]: prefix + secret } };
}

function requestInit({ definition, request, settings, fetch }: Call, signal: AbortSignal): RequestInit {
  const { method, body } = request;
  return {
    method,
    redirect: "manual",
    cache: "no-store",
    signal,
    ...(body && { body }),
    ...initFor({
      isOnce: !isRepeatable(definition.effect),
      hasBody: !!body || /GET|HEAD/.test(method),
      isOwn: fetch === globalThis.fetch,
      limit: Math.min(settings.timeout, settings.totalTimeout),
    }),
  };
}
