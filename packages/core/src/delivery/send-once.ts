import { isRepeatable } from "../effect.ts";
import { ConfigError } from "../errors/config-error.ts";
import type { Addressed } from "../request/credential-source.ts";
import { redactCause } from "../response/redact.ts";
import type { Attempt } from "./attempt.ts";
import type { Call, CallState } from "./call.ts";
import { credentialFor } from "./credential-for.ts";
import { errorContext } from "./error-context.ts";
import { evidenceOfThrown, isCertificate, isMistake, isProxy, isRuntimeTimeout } from "./evidence.ts";
import { notConnected, timedOut } from "./failures.ts";
import { readResponse, requestIdOf } from "./read-response.ts";

/**
 * Sends a request once and reads the response to its end.
 *
 * @throws {ConfigError} where the credential or the `fetch` cannot be used.
 */
export async function sendOnce(call: Call, state: CallState, signal: AbortSignal): Promise<Attempt> {
  const credential = await credentialFor(call, state, signal);
  if (typeof credential !== "string") return credential;
  // The credential may have come after the call was over: nothing must be sent then.
  signal.throwIfAborted();
  state.credentials.push(credential);
  state.renewals = call.credential.renewal?.count() ?? 0;
  state.requests++;
  state.evidence = "unknown";
  state.report({ type: "attempt" });
  let response: Response;
  try {
    // Browsers and workerd refuse a fetch that is called as a method.
    const { fetch } = call;
    const { url, headers } = withCredential(call, credential);
    response = await fetch(url, requestInit(call, headers, signal));
  } catch (thrown) {
    return failedFetch(thrown, call, state);
  }
  if (typeof response?.headers?.get !== "function") {
    throw new ConfigError("fetch", "gave no Response", errorContext(call, state));
  }
  const attempt = await readResponse(response, call, (head, evidence) => {
    // A fetch that ignores its signal may answer while the next attempt is under way.
    if (!signal.aborted) Object.assign(state, { head, evidence });
  });
  // Redaction looks through the request, so only where somebody listens.
  if (!signal.aborted && call.settings.onEvent) {
    const { status } = response;
    const requestId = state.redact(requestIdOf(response.headers));
    state.report({ type: "response", status, duration: state.elapsed() - state.began, requestId });
  }
  return attempt;
}

/** What a rejected `fetch` comes to. That of a caller may do more than send this request, so only one that says no more is believed. */
function failedFetch(cause: unknown, call: Call, state: CallState): Attempt {
  if (isMistake(cause)) {
    const context = { ...errorContext(call, state), cause: redactCause(cause, state.redact) };
    throw new ConfigError("fetch", `threw ${context.cause}`, context);
  }
  const evidence = call.isDirect ? evidenceOfThrown(cause) : "unknown";
  if (isRuntimeTimeout(cause)) {
    return { evidence, failure: timedOut("fetch", Math.round(state.elapsed() - state.began), cause) };
  }
  const isFinal = isCertificate(cause);
  const [what, advice] = isProxy(cause)
    ? ["the proxy refused", "the proxy"]
    : ["no answer", isFinal ? "the certificate" : "baseUrl and the network"];
  return { evidence, failure: notConnected(what, advice, cause, isFinal) };
}

function withCredential({ request, credential }: Call, secret: string): Addressed {
  const { header, prefix, apply } = credential;
  const { url, headers } = request;
  return apply?.(request, secret) ?? { url, headers: { ...headers, [header]: prefix + secret } };
}

function requestInit(
  { definition, request }: Call,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): RequestInit {
  const { method, body } = request;
  const repeatable = isRepeatable(definition.effect);
  return {
    method,
    headers,
    redirect: "manual",
    cache: "no-store",
    signal,
    // The default, save on Bun: it would send a PUT again by itself where a connection that was used before breaks.
    ...(!repeatable && { keepalive: false }),
    ...(body || repeatable || /GET|HEAD/.test(method) || !resendsWithoutBody()
      ? body && { body }
      : { body: new Uint8Array() }),
  };
}

/**
 * Whether this is a Node whose undici, 8 or later, sends a request without a body again by itself over HTTP/2, where the
 * server refuses it or goes away. A body of no bytes prevents that. An undici before 8 does not do so, and never ends a
 * request with such a body.
 */
const resendsWithoutBody = (): boolean =>
  Number.parseInt(`${Reflect.get(globalThis, "process")?.versions?.undici}`, 10) > 7;
