import type { Attempt, Failure } from "./attempt.ts";
import { backoff } from "./backoff.ts";
import { type Call, type Delivery, elapsed, type Progress } from "./call.ts";
import type { Delivered } from "./delivered.ts";
import { errorOf } from "./error-of.ts";
import { furtherOutcome, inDoubt, type Outcome } from "./outcome.ts";
import { report } from "./report.ts";
import { sendOnce } from "./send-once.ts";
import { provenBy, shouldRetry } from "./should-retry.ts";
import { timedOut } from "./timed-out.ts";
import { LONGEST, sleep, withTimeout } from "./with-timeout.ts";

/**
 * Sends a request until it is answered, refused, or out of budget. Rejects with the error that the last attempt came to,
 * with the caller's reason on abort, and else only with what `prepare` throws, or a response that is made up, as in a test.
 */
export async function sendWithRetry(progress: Progress, prepare: () => Delivery): Promise<Delivered> {
  let error: string | undefined;
  try {
    const call = Object.assign(progress, prepare());
    for (;;) {
      call.attempt++;
      const attempt = await sendInTime(call);
      const failed = "name" in attempt;
      const { definition, outcome, head } = call;
      // A delete that may have taken effect, and whose retry finds nothing, has taken effect.
      const gone = failed && definition.effect === "delete" && inDoubt(outcome) && isMissing(head?.status);
      if (failed && !gone) await waitForNext(call, attempt);
      else {
        call.outcome = "committed";
        return gone ? { call } : { ...attempt, head, call };
      }
    }
  } catch (reason) {
    progress.outcome = outcomeSoFar(progress);
    error = Object(reason).name ?? "AbortError";
    throw reason;
  } finally {
    const { outcome, head, settings } = progress;
    // To read the clock costs more than all the rest of this, where the code is not compiled yet.
    if (settings.listeners.length) {
      report(progress, { type: "outcome", duration: elapsed(progress), outcome, error, status: head?.status });
    }
  }
}

const isMissing = (status: number | undefined): boolean => status === 404 || status === 410;

/** What all attempts prove together, the one that is under way included. */
const outcomeSoFar = ({ outcome, evidence }: Progress): Outcome => furtherOutcome(outcome, provenBy(evidence));

/** One attempt, within its time limit and that of the call. */
function sendInTime(call: Call): Promise<Attempt> {
  const { timeout, totalTimeout, signal } = call.settings;
  call.began = elapsed(call);
  call.evidence = "not-sent";
  call.head = undefined;
  const left = totalTimeout - call.began;
  return withTimeout(
    Math.min(timeout, left),
    signal,
    (inner) => sendOnce(call, inner),
    () => (timeout < left ? timedOut("timeout", timeout) : timedOut("totalTimeout", totalTimeout)),
  );
}

/** Waits for the next attempt. @throws the error of the call, if there is no next attempt. */
async function waitForNext(call: Call, failure: Failure): Promise<void> {
  const { settings, definition } = call;
  // The `Retry-After` of a response counts, even if its body did not arrive.
  const { status, retryAfter } = call.head ?? {};
  const renews = status === 401 && call.source.renewal && !call.renewed;
  if (renews) {
    call.renewed = true;
    call.credential = undefined;
    call.evidence = "try-later";
  }
  call.outcome = outcomeSoFar(call);
  const least = renews ? 0 : (retryAfter ?? backoff(call.attempt, settings));
  const budget = Math.min(settings.totalTimeout - elapsed(call), LONGEST);
  // A renewed credential is tried even if the failure would not be retried.
  const left = renews ? 1 : settings.attempts - call.attempt;
  if (least >= budget || !shouldRetry(definition.effect, call.evidence, left, failure.final)) {
    throw errorOf(call, failure);
  }
  // Add jitter, so that clients with the same `Retry-After` do not all come back at once.
  const spread = retryAfter ? Math.min(retryAfter / 4, settings.minWait, (budget - least) / 2) : 0;
  const wait = least + spread * Math.random();
  report(call, { type: "retry", reason: failure.name, proves: provenBy(call.evidence), status, wait });
  await sleep(wait, settings.signal);
  // On a busy machine, a wait may take longer.
  if (elapsed(call) >= settings.totalTimeout) throw errorOf(call, failure);
}
