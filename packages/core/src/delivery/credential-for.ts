import { credentialFault } from "../request/credential.ts";
import type { CredentialRequest } from "../request/renewal.ts";
import type { Failure } from "./attempt.ts";
import { type Call, elapsed } from "./call.ts";
import { isPassing } from "./evidence.ts";
import { misused } from "./misused.ts";
import { notConnected } from "./not-connected.ts";
import { timedOut } from "./timed-out.ts";

/**
 * The credential for an attempt, or the failure of the attempt if the caller's function cannot get one. The function is called
 * once in a call, and once more if its credential was rejected.
 */
export async function credentialFor(
  call: Call,
  given: (request: CredentialRequest) => unknown,
  signal: AbortSignal,
): Promise<string | Failure> {
  const { renewal, option } = call.source;
  if (call.credential) return call.credential;
  let credential: unknown;
  try {
    credential = await (call.renewed ? renewal?.renew(call.renewals, signal) : given({ reason: "call", signal }));
  } catch (cause) {
    if (!isPassing(cause)) return misused(option, "threw", cause);
    const { name, message } = Object(cause);
    if (name === "TimeoutError") return timedOut("auth", elapsed(call) - call.began, cause);
    return notConnected(`${option} got no response (${message})`, cause);
  }
  const fault = credentialFault(credential);
  if (fault) return misused(option, fault);
  call.renewals = renewal?.count() ?? 0;
  call.credential = String(credential);
  return call.credential;
}
