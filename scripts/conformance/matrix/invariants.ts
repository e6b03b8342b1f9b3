import { isDeepStrictEqual } from "node:util";
import { attemptsOf, outcomeOf } from "./observe.ts";
import type { Verdict } from "./random-call.ts";

/** What is true of every call, whatever the server does and whatever options are set. */
export const INVARIANTS: Readonly<Record<string, (verdict: Verdict) => boolean>> = {
  "a create or rotate takes effect at most once": ({ operation, serverLog }) =>
    !["create", "rotate"].includes(operation.definition.effect) || serverLog.committed <= 1,

  "a call settles within its total budget, or its abort, and 100 ms": ({ overrun }) => overrun <= 100,

  "a call ends with a success, an error of the client, or the reason of its abort": ({
    abortAfter,
    played,
    reason,
  }) => {
    const { end } = played.observed;
    return end.kind !== "other" || (abortAfter !== null && end.reason === reason);
  },

  "a success is the documented one": ({ played: { observed, documented } }) =>
    observed.end.kind !== "success" || isDeepStrictEqual(observed.end.data, documented),

  "an outcome is never more hopeful than the truth": ({ played, serverLog }) =>
    serverLog.committed === 0 || ["unknown", "committed"].includes(outcomeOf(played.observed)),

  "the error says the outcome of the last event": ({ played: { observed } }) =>
    observed.end.kind !== "error" || observed.end.error.outcome === outcomeOf(observed),

  "the events tell of as many attempts as were tried": ({ played }) => attemptsOf(played.observed) === played.tried,

  "the error counts as many attempts as were tried": ({ played: { observed, tried } }) =>
    observed.end.kind !== "error" || observed.end.error.attempts === tried,

  "no more requests arrive than were tried": ({ way, played, serverLog }) =>
    // The runtime sends a request again after a 421.
    serverLog.arrivals.length <= played.tried + way.faults.filter((name) => name === "421").length,

  "no more is tried than the options allow, and once more with another credential": ({
    options: { retry },
    renews,
    played,
  }) => played.tried <= (typeof retry === "object" ? (retry.attempts ?? 3) : 1) + (renews ? 1 : 0),
};

/** The invariants that a call breaks, each with its details. */
export const brokenIn = (verdict: Verdict): readonly string[] =>
  Object.entries(INVARIANTS)
    .filter(([, holds]) => !holds(verdict))
    .map(([name]) => `${name}: not so for ${describe(verdict)}`);

function describe({
  operation,
  way,
  overUndici,
  options,
  renews,
  abortAfter,
  overrun,
  played,
  serverLog,
}: Verdict): string {
  const { end } = played.observed;
  const ended = end.kind === "error" ? `${end.error.name}, ${end.error.outcome}, ${end.error.attempts}` : end.kind;
  const seen = {
    ended,
    overrun,
    tried: played.tried,
    arrived: serverLog.arrivals.length,
    committed: serverLog.committed,
  };
  return JSON.stringify({
    operation: operation.definition.name,
    ...way,
    overUndici,
    options,
    renews,
    abortAfter,
    ...seen,
  });
}
