import { isRepeatable } from "../effect.ts";
import { ConfigError } from "../errors/config-error.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { credentialFault } from "../request/credential.ts";
import { redactCause } from "../response/redact.ts";
import { type Attempt, failure } from "./attempt.ts";
import type { Call, CallState } from "./call.ts";
import { evidenceOfThrown } from "./evidence.ts";
import { readResponse } from "./read-response.ts";

/**
 * Sends a request once and reads the response to its end.
 *
 * @throws {ConfigError} where the credential cannot be sent.
 */
export async function sendOnce(call: Call, state: CallState, signal: AbortSignal): Promise<Attempt> {
  const { given } = call.credential;
  const secret = typeof given === "string" ? given : await askForCredential(given, call, state);
  // The credential may have come after the call was over: nothing must be sent then.
  signal.throwIfAborted();
  state.credentials.push(secret);
  state.requests++;
  state.evidence = "unknown";
  state.report({ type: "attempt" });
  let response: Response;
  let contentType: string;
  try {
    // Browsers and workerd refuse a fetch that is called as a method.
    const { fetch } = call;
    response = await fetch(call.request.url, requestInit(call, secret, signal));
    // What is no response is found out here.
    contentType = response.headers.get("content-type") ?? "";
  } catch (cause) {
    return { evidence: evidenceOfThrown(cause), failure: failure("ConnectionError", ConnectionError, {}, cause) };
  }
  return readResponse(response, contentType, call, (evidence) => {
    // A fetch that ignores its signal may answer while the next attempt is under way.
    if (!signal.aborted) state.evidence = evidence;
  });
}

async function askForCredential(ask: () => unknown, call: Call, state: CallState): Promise<string> {
  const { definition, credential } = call;
  const context = { definition, attempts: state.requests, outcome: state.outcome };
  let given: unknown;
  try {
    given = await ask();
  } catch (thrown) {
    throw new ConfigError(credential.option, "threw", { ...context, cause: redactCause(thrown, state.redact) });
  }
  const fault = credentialFault(given);
  if (fault) throw new ConfigError(credential.option, fault, context);
  return String(given);
}

function requestInit({ definition, request, credential }: Call, secret: string, signal: AbortSignal): RequestInit {
  const { method, headers, body } = request;
  return {
    method,
    headers: { ...headers, [credential.header]: credential.prefix + secret },
    redirect: "manual",
    signal,
    // The default, save on Bun: it would send a PUT again by itself where a connection that was used before breaks.
    ...(!isRepeatable(definition.effect) && { keepalive: false }),
    ...(body && { body }),
  };
}
