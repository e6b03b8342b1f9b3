import { leaksOf } from "./leaks.ts";
import type { Cell } from "./matrix.ts";
import type { Played } from "./play.ts";

/** A credential and a secret that nothing else contains. Lower case throughout, so that a host name carries them as they are. */
export const PLAIN = { credential: "canary0credential0f81c4", secret: "canary0secret0a7d25e" };
/** With what JSON, HTML and URLs write in another way. */
export const QUOTED = { credential: 'canary"credential&<f81c4>', secret: 'canary\\secret"&<a7d25e> ключ' };

/** What a call hands out, but the data of a success. */
export const handedOut = ({ observed: { end, events } }: Played): readonly unknown[] => [
  ...events,
  ...(end.kind === "success" ? [] : [end.kind === "error" ? end.error : end.reason]),
];

/** Whether the server was really sent the plain canaries, and in how many cells what it repeated is masked. */
export function repeatedIn(cells: readonly Cell[]) {
  const arrivals = cells.flatMap(({ played }) => played.serverLog().arrivals);
  return {
    credential: arrivals.some(({ headers }) => headers.authorization?.includes(PLAIN.credential)),
    secret: arrivals.some(({ body }) => body.includes(PLAIN.secret)),
    masked: cells.filter(({ played }) => leaksOf(handedOut(played), ["[secret]"]).length > 0).length,
  };
}

/** Where something shows: each fault once, with the first operation and the origins. */
export function showing(
  cells: readonly Cell[],
  texts: readonly string[],
  what: (played: Played) => readonly unknown[],
): readonly string[] {
  const found = new Map<string, string>();
  for (const { fault, operation, played } of cells) {
    const origins = what(played).flatMap((value) => leaksOf(value, texts));
    if (origins.length === 0 || found.has(fault.name)) continue;
    found.set(fault.name, `${fault.name} / ${operation.definition.name}: ${[...new Set(origins)].join(", ")}`);
  }
  return [...found.values()];
}
