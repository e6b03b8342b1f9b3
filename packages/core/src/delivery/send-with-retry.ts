import type { GitTokensError } from "../errors/git-tokens-error.ts";
import { redactCause } from "../response/redact.ts";
import { redactHeaders } from "../response/redact-headers.ts";
import type { Attempt, Failure } from "./attempt.ts";
import { backoff } from "./backoff.ts";
import type { Call, CallState } from "./call.ts";
import type { Delivered } from "./delivered.ts";
import { errorContext } from "./error-context.ts";
import { timedOut } from "./failures.ts";
import { inDoubt } from "./outcome.ts";
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
      const gone = call.definition.effect === "delete" && (status === 404 || status === 410) && inDoubt(state.outcome);
      if (!failure || gone) {
        state.outcome = "committed";
        state.status = status;
        end();
        return gone ? { redact: state.redact } : { status, headers, data, redact: state.redact };
      }
      await waitForNext(call, state, attempt, failure);
    }
  } catch (reason) {
    state.outcome = errorContext(call, state).outcome;
    end(Object(reason).name ?? "AbortError");
    throw reason;
  }
}

/** One attempt, within its budget and that of the call. */
async function sendInTime(call: Call, state: CallState): Promise<Attempt> {
  const { timeout, totalTimeout, signal } = call.settings;
  state.began = state.elapsed();
  state.evidence = "not-sent";
  state.head = null;
  const left = totalTimeout - state.began;
  try {
    return await withTimeout(Math.min(timeout, left), signal, (inner) => sendOnce(call, state, inner));
  } catch (reason) {
    if (reason !== EXPIRED) throw reason;
    const budget = timeout < left ? "timeout" : "totalTimeout";
    // What the head of the response asks for holds, though its body did not come.
    return { ...(state.head ?? {}), evidence: state.evidence, failure: timedOut(budget, call.settings[budget]) };
  }
}

/** Waits until the next attempt is due. @throws what the call ends with, where there is no next attempt. */
async function waitForNext(call: Call, state: CallState, attempt: Attempt, failure: Failure): Promise<void> {
  const { definition, settings } = call;
  const { status, headers, retryAfter } = attempt;
  const renews = status === 401 && state.renewable;
  if (renews) {
    state.renewable = false;
    state.rejected = true;
  }
  state.evidence = renews ? "try-later" : attempt.evidence;
  const context = errorContext(call, state);
  state.outcome = context.outcome;
  const toError = (): GitTokensError => {
    state.status = status;
    const shown = headers && redactHeaders(headers, state.redact);
    return failure.toError(
      { ...context, headers: shown, cause: redactCause(failure.cause, state.redact) },
      state.redact,
    );
  };
  const wait = renews ? 0 : (retryAfter ?? backoff(state.attempt, settings));
  const budget = settings.totalTimeout - state.elapsed();
  // Another credential is tried even where a failure would not be.
  const left = renews ? 1 : settings.attempts - state.attempt;
  const isDue = wait <= LONGEST && wait < budget;
  if (!isDue || !shouldRetry(definition.effect, state.evidence, left, failure.final)) throw toError();
  // Whoever was told to come back at the same time does not come back at once.
  const spread = retryAfter ? Math.min(retryAfter / 4, settings.minWait, (budget - wait) / 2) * Math.random() : 0;
  const proves = provenBy(state.evidence);
  state.report({ type: "retry", reason: failure.name, proves, status, wait: wait + spread });
  await sleep(wait + spread, settings.signal);
  // On a busy machine a wait may take longer than it should.
  if (state.elapsed() >= settings.totalTimeout) throw toError();
}
