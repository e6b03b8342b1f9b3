import { ConfigError } from "../errors/config-error.ts";
import { credentialFault } from "../request/credential.ts";
import { redactCause } from "../response/redact.ts";
import type { Attempt } from "./attempt.ts";
import type { Call, CallState } from "./call.ts";
import { errorContext } from "./error-context.ts";
import { isPassing } from "./evidence.ts";
import { notConnected, timedOut } from "./failures.ts";

/**
 * The credential for an attempt, or what the attempt comes to where the caller's function cannot get one for now. The
 * function is asked once in a call, and once more where what it gave was rejected.
 *
 * @throws {ConfigError} where the function throws anything else, or gives what cannot be sent.
 */
export async function credentialFor(call: Call, state: CallState, signal: AbortSignal): Promise<string | Attempt> {
  const { given, renewal, option } = call.credential;
  if (typeof given === "string") return given;
  const last = state.credentials.at(-1);
  if (last && !state.rejected) return last;
  let credential: unknown;
  try {
    credential = await (last ? renewal?.renew(state.renewals, signal) : given({ reason: "call", signal }));
  } catch (thrown) {
    if (!isPassing(thrown)) {
      const cause = redactCause(thrown, state.redact);
      throw new ConfigError(option, "threw", { ...errorContext(call, state), cause });
    }
    const failure =
      Object(thrown).name === "TimeoutError"
        ? timedOut("auth", Math.round(state.elapsed() - state.began), thrown)
        : notConnected(`${option} got no answer`, "", thrown);
    return { evidence: "not-sent", failure };
  }
  const fault = credentialFault(credential);
  if (fault) throw new ConfigError(option, fault, errorContext(call, state));
  state.rejected = false;
  return String(credential);
}
