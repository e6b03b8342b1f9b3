import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Table } from "./table.ts";

/** What a group is measured with. */
export interface Measuring {
  /** Empty, and its own. */
  readonly folder: string;
  /** In place of the usual number. */
  readonly rounds: number | undefined;
  /** Tells of the next step. @throws the reason of the signal that ends the run */
  readonly say: (line: string) => void;
}

export type Measure = (measuring: Measuring) => Promise<readonly Table[]>;

/** A run of the benchmark. */
export interface Run extends Measuring {
  /** The groups that are measured; all of them if it is empty. */
  readonly chosen: readonly string[];
  readonly signal: AbortSignal;
}

/** Measures groups, one after the other. A run that is stopped rejects with the reason, whatever fails because of it. */
export async function measureGroups(
  groups: Readonly<Record<string, Measure>>,
  { chosen, rounds, folder, signal, say }: Run,
): Promise<readonly Table[]> {
  const tables: Table[] = [];
  const sayUnlessStopped = (line: string): void => {
    signal.throwIfAborted();
    say(line);
  };
  for (const [name, measure] of Object.entries(groups)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const own = join(folder, name);
    await mkdir(own);
    const measured = measure({ folder: own, rounds, say: sayUnlessStopped });
    // An interrupt of a terminal also ends the processes that are measured.
    tables.push(...(await measured.finally(() => signal.throwIfAborted())));
  }
  return tables;
}
