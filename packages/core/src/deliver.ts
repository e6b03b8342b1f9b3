import { type Answer, attempt, type Failure, type Progress } from "./attempt.ts";
import { type CredentialSource, credentialFault } from "./credential.ts";
import { decide } from "./decide.ts";
import type { Effect } from "./effect.ts";
import { ConfigError } from "./errors/config-error.ts";
import type { ErrorContext, GitTokensError } from "./errors/git-tokens-error.ts";
import { TimeoutError } from "./errors/timeout-error.ts";
import { reporter } from "./event.ts";
import type { OperationDefinition } from "./operation.ts";
import { furtherOutcome, inDoubt, type Outcome } from "./outcome.ts";
import { type Scrub, scrubbedCause, scrubber } from "./scrub.ts";
import type { Settings } from "./settings.ts";
import { backoff } from "./wait.ts";
import { EXPIRED, LONGEST, pause, within } from "./within.ts";

/** A request as it is sent, over and over if need be. */
export interface Delivery {
  readonly definition: OperationDefinition;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly credential: CredentialSource;
  readonly settings: Settings;
  /** What must not show in anything that is handed out; credentials join it as they are asked for. */
  readonly secrets: Set<string>;
}

/** The end of a call that failed. */
export interface Refused {
  readonly ok: false;
  readonly error: GitTokensError;
  readonly refusal: Failure["refusal"];
}

/**
 * Sends a request until it is answered, refused, or out of budget. Gives the answer or the error. Rejects with the
 * caller's reason on abort, and with nothing else.
 */
export async function deliver(delivery: Delivery): Promise<Answer | Refused> {
  const { definition, settings } = delivery;
  const { retry, signal } = settings;
  const { effect } = definition;
  const scrub = scrubber(delivery.secrets);
  const report = reporter(settings.onEvent, definition.name);
  const started = performance.now();
  const deadline = started + settings.totalTimeout;
  const progress: Progress = { evidence: "not-sent" };
  let renewable = delivery.credential.renewable;
  let outcome: Outcome = "not-sent";
  let count = 1;

  const end = (error?: string, status?: number): void =>
    report({ type: "outcome", attempt: count, duration: performance.now() - started, outcome, error, status });

  const success = (answer: Answer): Answer => {
    outcome = "committed";
    end(undefined, answer.status);
    return answer;
  };

  try {
    for (; ; count++) {
      const began = performance.now();
      progress.evidence = "not-sent";
      const result = await sendOnce(delivery, deadline - began, scrub, progress, () =>
        report({ type: "attempt", attempt: count }),
      );
      const { status, requestId } = result;
      const now = performance.now();
      if (status !== undefined) report({ type: "response", attempt: count, status, duration: now - began, requestId });

      if (result.ok) return success(result);
      const gone = goneBefore(effect, outcome, result);
      if (gone) return success(gone);

      const renews = status === 401 && renewable;
      if (renews) renewable = false;
      const evidence = renews ? "try-later" : result.evidence;
      const wait = renews ? 0 : (result.retryAfter ?? backoff(count, retry));
      const proves = evidence === "try-later" ? "rejected" : evidence;
      outcome = furtherOutcome(outcome, proves);
      const cause = result.cause === undefined ? undefined : scrubbedCause(result.cause, scrub);
      const error = result.toError({ definition, attempts: count, outcome, cause });

      const fits = wait <= LONGEST && now + wait < deadline;
      if (result.final || !fits || decide(effect, evidence, retry.attempts - count) === "stop") {
        end(error.name, status);
        return { ok: false, error, refusal: result.refusal };
      }
      report({ type: "retry", attempt: count, reason: error.name, proves, status, wait });
      await pause(wait, signal);
    }
  } catch (reason) {
    outcome = furtherOutcome(outcome, progress.evidence === "try-later" ? "rejected" : progress.evidence);
    end("AbortError");
    throw reason;
  }
}

/** A delete that may have taken effect, and then finds nothing to delete, has taken effect. */
function goneBefore(effect: Effect, outcome: Outcome, { status, requestId, refusal }: Failure): Answer | undefined {
  if (effect !== "delete" || status !== 404 || !inDoubt(outcome) || refusal === undefined) return undefined;
  return { ok: true, status: 204, requestId, headers: refusal.headers, data: undefined };
}

/** One attempt within its budget, from asking for the credential to the last byte of the answer. */
function sendOnce(
  { definition, url, headers, body, fetch, credential, settings, secrets }: Delivery,
  left: number,
  scrub: Scrub,
  progress: Progress,
  onSend: () => void,
): Promise<Answer | Failure> {
  const { maxBodySize, signal: outer, timeout, totalTimeout } = settings;
  return within(Math.min(timeout, left), outer, async (signal): Promise<Answer | Failure> => {
    const unusable = (what: string, cause?: unknown): Failure => ({
      ok: false,
      evidence: "not-sent",
      final: true,
      cause,
      toError: (context) => new ConfigError(credential.option, what, context),
    });
    let given: unknown;
    try {
      given = await credential.ask();
    } catch (cause) {
      return unusable("could not be had: its function threw", cause);
    }
    const fault = credentialFault(given);
    if (fault) return unusable(fault);
    secrets.add(String(given));
    headers.set(credential.header, credential.prefix + given);
    onSend();
    const init: RequestInit = { method: definition.method, headers, redirect: "manual", signal };
    if (body !== undefined) init.body = body;
    return attempt({ definition, fetch, url, init, maxBodySize, scrub }, progress);
  }).catch((reason: unknown) => {
    if (reason !== EXPIRED) throw reason;
    const [budget, limit] =
      timeout < left ? (["timeout", timeout] as const) : (["totalTimeout", totalTimeout] as const);
    return {
      ok: false,
      evidence: progress.evidence,
      toError: (context: ErrorContext) => new TimeoutError(budget, limit, context),
    };
  });
}
