import { WIRES } from "../server/wire.ts";
import type { Cell } from "./matrix.ts";

const ABOUT = `
## With a dispatcher of undici

The same calls with \`undiciFetch\` of \`@git-tokens/core/undici\`, over the package undici 8. It knows when a connection takes a
request: what fails before that is \`not-sent\`, also by a timeout, and it sees the statuses 407 and 421, which \`fetch\` hides.
It never knows less, and no request arrives more often than it was tried. What the attempt under the fault proves, by the
number of calls:

`;

const DIFFERENT = `
The faults with another result than above:

`;

const PROOFS = ["not-sent", "rejected", "unknown", "committed"];

/** What the first attempt of a call proves. */
export const firstProof = ({ played: { observed }, outcome }: Cell): string => {
  const retry = observed.events.find(({ type }) => type === "retry");
  return retry?.type === "retry" ? retry.proves : outcome;
};

const countsOf = (name: string, cells: readonly Cell[]): readonly string[] => {
  const proofs = cells.map(firstProof);
  return [name, ...PROOFS.map((proof) => String(proofs.filter((one) => one === proof).length))];
};

/** The part of the page about the transport over undici: what it proves in how many calls, and where it has other results. */
export const transportSection = (
  cells: readonly Cell[],
  overUndici: readonly Cell[],
  table: (rows: readonly (readonly string[])[]) => string,
  different: string,
): string => {
  const counts = [["", ...PROOFS], countsOf("`fetch` of Node 24", cells), countsOf("`undiciFetch`", overUndici)];
  return `${ABOUT}${table(counts)}${DIFFERENT}${different}`;
};

/** The cells in the order of the wires, each with that of the same call in another run. */
export function pairs(cells: readonly Cell[], others: readonly Cell[]): readonly (readonly [Cell, Cell])[] {
  const keyOf = ({ wire, fault, operation }: Cell): string => [wire, fault.name, operation.definition.name].join(" ");
  const byKey = new Map(others.map((cell) => [keyOf(cell), cell]));
  return WIRES.flatMap((wire) => cells.filter((cell) => cell.wire === wire)).flatMap((cell) => {
    const other = byKey.get(keyOf(cell));
    return other ? [[cell, other] as const] : [];
  });
}
