import { type Attempt, attempt, failing, requestIdOf } from "./attempt.ts";
import { type CredentialSource, credentialFault } from "./credential.ts";
import { type Evidence, provenBy, retries } from "./decide.ts";
import type { Delivered } from "./delivered.ts";
import { isRepeatable } from "./effect.ts";
import { ConfigError } from "./errors/config-error.ts";
import { TimeoutError } from "./errors/timeout-error.ts";
import type { ClientEvent } from "./event.ts";
import type { OperationDefinition } from "./operation.ts";
import { furtherOutcome, inDoubt, type Outcome } from "./outcome.ts";
import { scrubbedCause, scrubber } from "./scrub.ts";
import { secretsIn } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { backoff } from "./wait.ts";
import { EXPIRED, LONGEST, pause, within } from "./within.ts";

/** An event before it is known whose it is. */
type Anonymous<E> = E extends ClientEvent ? Omit<E, "call" | "operation" | "attempt"> : never;

let calls = 0;

/**
 * Sends a request until it is answered, refused, or out of budget. Gives the answer or the error. Rejects with the
 * caller's reason on abort, and beside that only with what a response throws that is none, as in a test.
 *
 * @param secretNames The body fields whose values must not show in anything that is handed out.
 */
export async function deliver(
  definition: OperationDefinition,
  url: string,
  body: string | undefined,
  settings: Settings,
  credential: CredentialSource,
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  secretNames: readonly string[],
): Promise<Delivered> {
  const { name, effect, method } = definition;
  const { signal, timeout, totalTimeout, attempts, maxBodySize, headers, onEvent } = settings;
  const credentials: string[] = [];
  let sent: readonly string[] | undefined;
  const scrub = scrubber(() => {
    sent ??= body ? secretsIn(body, secretNames) : [];
    return [...credentials, ...sent];
  }, secretNames);
  const started = performance.now();
  const elapsed = (): number => performance.now() - started;
  let renewable = typeof credential.given === "function";
  let outcome: Outcome = "not-sent";
  let evidence: Evidence = outcome;
  let count = 1;
  let attempted = 0;
  const call = ++calls;

  const report = (event: Anonymous<ClientEvent>): void => {
    // An async function takes in what the listener throws, and what a promise of it rejects with.
    if (onEvent) (async () => onEvent({ call, operation: name, attempt: count, ...event }))().catch(() => {});
  };
  const end = (error?: string, status?: number): void =>
    report({ type: "outcome", duration: elapsed(), outcome, error, status });

  const refuse = (what: string, cause?: unknown): never => {
    throw new ConfigError(credential.option, what, { definition, attempts: attempted, outcome, cause });
  };
  const carry = (inner: AbortSignal, secret: string): Promise<Attempt> => {
    credentials.push(secret);
    attempted++;
    evidence = "unknown";
    report({ type: "attempt" });
    const init: RequestInit = {
      method,
      headers: {
        ...headers,
        ...(body && { "content-type": "application/json" }),
        [credential.header]: credential.prefix + secret,
      },
      redirect: "manual",
      signal: inner,
      // The default, save on Bun: it would send a PUT again by itself where a connection that was used before breaks.
      ...(!isRepeatable(effect) && { keepalive: false }),
      ...(body && { body }),
    };
    return attempt(
      () => fetch(url, init),
      definition,
      maxBodySize,
      (seen) => {
        // A fetch that ignores its signal may answer while the next attempt is under way.
        if (!inner.aborted) evidence = seen;
      },
    );
  };
  const ask = async (inner: AbortSignal, renew: () => unknown): Promise<Attempt> => {
    let given: unknown;
    try {
      given = await renew();
    } catch (thrown) {
      refuse("threw", scrubbedCause(thrown, scrub));
    }
    const fault = credentialFault(given);
    if (fault) refuse(fault);
    // The credential may have come after the call was over: nothing must be sent then.
    inner.throwIfAborted();
    return carry(inner, String(given));
  };
  const once = (inner: AbortSignal): Promise<Attempt> =>
    typeof credential.given === "string" ? carry(inner, credential.given) : ask(inner, credential.given);

  try {
    for (; ; count++) {
      const began = elapsed();
      const left = totalTimeout - began;
      evidence = "not-sent";
      const result = await within(Math.min(timeout, left), signal, once).catch((reason: unknown): Attempt => {
        if (reason !== EXPIRED) throw reason;
        const budget = timeout < left ? "timeout" : "totalTimeout";
        return { evidence, toError: failing(TimeoutError, { budget, limit: settings[budget] }) };
      });
      const { status, retryAfter, toError } = result;
      const now = elapsed();
      // Masking looks through the request, so only where somebody listens.
      if (status && onEvent) {
        const requestId = scrub(requestIdOf(result.headers));
        report({ type: "response", status, duration: now - began, requestId });
      }

      // A delete that may have taken effect, and then finds nothing to delete, has taken effect.
      const gone = effect === "delete" && status === 404 && inDoubt(outcome);
      if (!toError || gone) {
        outcome = "committed";
        end(undefined, status);
        return gone ? { scrub } : { ...result, scrub };
      }

      const renews = status === 401 && renewable;
      evidence = renews ? "try-later" : result.evidence;
      renewable &&= !renews;
      outcome = furtherOutcome(outcome, provenBy(evidence));
      const cause = scrubbedCause(result.cause, scrub);
      const error = toError({ definition, attempts: attempted, outcome, cause }, scrub);
      const fail = (): Delivered => {
        end(error.name, status);
        return { ...result, error, scrub };
      };
      const wait = renews ? 0 : (retryAfter ?? backoff(count, settings));
      const fits = wait <= LONGEST && now + wait < totalTimeout;
      if (!fits || !retries(effect, evidence, attempts - count)) return fail();
      report({ type: "retry", reason: error.name, proves: provenBy(evidence), status, wait });
      await pause(wait, signal);
      // On a busy machine a wait may take longer than it should.
      if (elapsed() >= totalTimeout) return fail();
    }
  } catch (reason) {
    outcome = furtherOutcome(outcome, provenBy(evidence));
    end(Object(reason).name ?? "AbortError");
    throw reason;
  }
}
