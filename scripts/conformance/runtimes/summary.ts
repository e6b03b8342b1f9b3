import { attemptsOf, outcomeOf } from "../matrix/observe.ts";
import type { Played, Trial } from "./run-cases.ts";

/** What a user learns about a call, and what the server did, to compare two runtimes. */
export interface Summary {
  readonly end: string;
  readonly attempts: number;
  readonly outcome: string;
  /** Effects at the server. */
  readonly committed: number;
  /** The error of each retried attempt, and what it proved. */
  readonly retries: readonly string[];
  readonly error: Readonly<Record<string, unknown>> | undefined;
}

/** The fields of an error that say what happened. */
const FIELDS = ["name", "attempts", "outcome", "status", "budget", "limit", "fault", "recovery"];

/** The summary of a call. */
export function summaryOf({ report, serverLog, origins }: Trial<Played>): Summary {
  const { end, events } = report;
  return {
    end: end.kind,
    attempts: attemptsOf(report),
    outcome: outcomeOf(report),
    committed: serverLog.committed,
    retries: events.flatMap((event) => (event.type === "retry" ? [`${event.reason}, ${event.proves}`] : [])),
    error: end.kind === "error" ? told(end.error, origins) : undefined,
  };
}

function told(error: Readonly<Record<string, unknown>>, origins: Trial<Played>["origins"]): Summary["error"] {
  const target = error.target === undefined ? "none" : error.target === origins.elsewhere ? "elsewhere" : "server";
  return { ...Object.fromEntries(FIELDS.map((name) => [name, error[name]])), target };
}
