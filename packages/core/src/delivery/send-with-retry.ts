import type { GitTokensError } from "../errors/git-tokens-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { redactCause } from "../response/redact.ts";
import { redactHeaders } from "../response/redact-headers.ts";
import { type Attempt, type Failure, failure } from "./attempt.ts";
import { backoff } from "./backoff.ts";
import type { Call, CallState } from "./call.ts";
import type { Delivered } from "./delivered.ts";
import { furtherOutcome, inDoubt } from "./outcome.ts";
import { requestIdOf } from "./read-response.ts";
import { sendOnce } from "./send-once.ts";
import { provenBy, shouldRetry } from "./should-retry.ts";
import { startCall } from "./start-call.ts";
import { EXPIRED, LONGEST, sleep, withTimeout } from "./with-timeout.ts";

/**
 * Sends a request until it is answered, refused, or out of budget. Rejects with the error that the last attempt came to,
 * with the caller's reason on abort, and else only with what a response throws that is made up, as in a test.
 */
export async function sendWithRetry(call: Call): Promise<Delivered> {
  const state = startCall(call);
  const end = (error?: string): void =>
    state.report({ type: "outcome", duration: state.elapsed(), outcome: state.outcome, error, status: state.status });
  try {
    for (; ; state.attempt++) {
      const attempt = await sendInTime(call, state);
      const { status, headers, data, failure } = attempt;
      // A delete that may have taken effect, and then finds nothing to delete, has taken effect.
      const gone = call.definition.effect === "delete" && status === 404 && inDoubt(state.outcome);
      if (!failure || gone) {
        state.outcome = "committed";
        state.status = status;
        end();
        return gone ? { redact: state.redact } : { status, headers, data, redact: state.redact };
      }
      await waitForNext(call, state, attempt, failure);
    }
  } catch (reason) {
    state.outcome = furtherOutcome(state.outcome, provenBy(state.evidence));
    end(Object(reason).name ?? "AbortError");
    throw reason;
  }
}

/** One attempt, within its budget and that of the call. */
async function sendInTime(call: Call, state: CallState): Promise<Attempt> {
  const { timeout, totalTimeout, signal, onEvent } = call.settings;
  const began = state.elapsed();
  const left = totalTimeout - began;
  state.evidence = "not-sent";
  let attempt: Attempt;
  try {
    attempt = await withTimeout(Math.min(timeout, left), signal, (inner) => sendOnce(call, state, inner));
  } catch (reason) {
    if (reason !== EXPIRED) throw reason;
    const budget = timeout < left ? "timeout" : "totalTimeout";
    const details = { budget, limit: call.settings[budget] } as const;
    attempt = { evidence: state.evidence, failure: failure("TimeoutError", TimeoutError, details) };
  }
  const { status, headers } = attempt;
  // Redaction looks through the request, so only where somebody listens.
  if (status && onEvent) {
    const requestId = state.redact(requestIdOf(headers));
    state.report({ type: "response", status, duration: state.elapsed() - began, requestId });
  }
  return attempt;
}

/** Waits until the next attempt is due. @throws what the call ends with, where there is no next attempt. */
async function waitForNext(
  call: Call,
  state: CallState,
  { evidence, status, headers, retryAfter }: Attempt,
  failure: Failure,
): Promise<void> {
  const { definition, settings } = call;
  const renews = status === 401 && state.renewable;
  if (renews) state.renewable = false;
  state.evidence = renews ? "try-later" : evidence;
  const proves = provenBy(state.evidence);
  state.outcome = furtherOutcome(state.outcome, proves);
  const toError = (): GitTokensError => {
    state.status = status;
    const { requests: attempts, outcome, redact } = state;
    const cause = redactCause(failure.cause, redact);
    const shown = headers && redactHeaders(headers, redact);
    return failure.toError({ definition, attempts, outcome, headers: shown, cause }, redact);
  };
  const wait = renews ? 0 : (retryAfter ?? backoff(state.attempt, settings));
  const fits = wait <= LONGEST && state.elapsed() + wait < settings.totalTimeout;
  const left = settings.attempts - state.attempt;
  if (!fits || !shouldRetry(definition.effect, state.evidence, left)) throw toError();
  state.report({ type: "retry", reason: failure.name, proves, status, wait });
  await sleep(wait, settings.signal);
  // On a busy machine a wait may take longer than it should.
  if (state.elapsed() >= settings.totalTimeout) throw toError();
}
