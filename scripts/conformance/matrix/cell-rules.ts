import { isDeepStrictEqual } from "node:util";
import { wireFacts } from "../server/wire.ts";
import type { Cell } from "./matrix.ts";

/** What is true of every cell of a matrix, whatever the fault. */
export const CELL_RULES: Readonly<Record<string, (cell: Cell) => boolean>> = {
  "takes effect at most once if a second effect would do harm": ({ operation, committed }) =>
    !["create", "rotate"].includes(operation.definition.effect) || committed <= 1,

  "ends with a success or with an error of the client, and nothing else": ({ played }) =>
    played.observed.end.kind !== "other",

  "never succeeds with another body than the documented one": ({ played: { observed, documented } }) =>
    observed.end.kind !== "success" || isDeepStrictEqual(observed.end.data, documented),

  "never says that a request had no effect if it had one": ({ outcome, committed }) =>
    committed === 0 || !["not-sent", "rejected"].includes(outcome),

  "counts the attempts in the events": ({ attempts, played }) => attempts === played.tried,

  "counts the attempts in the error": ({ played: { observed, tried } }) =>
    observed.end.kind !== "error" || observed.end.error.attempts === tried,

  "says the same outcome in the error and in the last event": ({ outcome, played: { observed } }) =>
    observed.end.kind !== "error" || observed.end.error.outcome === outcome,

  "says what to do if a create or rotate is in doubt": ({ operation, played: { observed } }) => {
    const { recovery } = operation.definition;
    if (observed.end.kind !== "error" || recovery === undefined) return true;
    const doubt = ["unknown", "committed"].includes(observed.end.error.outcome);
    return observed.end.error.recovery === (doubt ? recovery : undefined);
  },
};

/** The cells that break a rule, by fault, operation and wire. */
export const breaking = (cells: readonly Cell[], holds: (cell: Cell) => boolean): readonly string[] =>
  cells
    .filter((cell) => !holds(cell))
    .map(({ fault, operation, wire }) => `${fault.name} / ${operation.definition.name} over ${wireFacts(wire).name}`);
