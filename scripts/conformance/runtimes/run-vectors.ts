import { busyFirst } from "../faults/busy-first.ts";
import { startFaultServer } from "../faults/fault-server.ts";
import type { Places, Sighting } from "../faults/script.ts";
import { stageVector } from "../faults/stage-vector.ts";
import type { Vector, VectorGround } from "../faults/vector.ts";
import type { VectorReport } from "../faults/vector-call.ts";
import type { Runtime } from "./runtime.ts";
import type { VectorsInput } from "./vectors-program.ts";

/** A call that has nothing to be held against. */
export type Played = Omit<Vector, "name" | "expect">;

/** What came of a call, on both sides. */
export interface Trial<V extends Played> {
  readonly vector: V;
  readonly report: VectorReport;
  readonly sighting: Sighting;
  readonly places: Places;
}

/** How calls are made. */
export interface Manner {
  /** One after the other, on a connection that stays open. Otherwise many at a time, each on a connection of its own. */
  readonly warm?: boolean;
  /** Whether the runtime is told to use no connection twice. */
  readonly unshared?: boolean;
}

/** Browsers open six connections to an origin, and keep every further request waiting while its timeout runs. */
const IN_A_BROWSER = 5;
const ELSEWHERE = 16;

/** Far above what the longest of the runs takes on a busy machine. */
const TIME_LIMIT = 240_000;

/** Makes calls in a runtime against a fault server of their own. @throws {RunError} */
export async function runVectors<V extends Played>(
  runtime: Runtime,
  program: string,
  vectors: readonly V[],
  ground: VectorGround,
  { warm = false, unshared = false }: Manner = {},
): Promise<readonly Trial<V>[]> {
  const server = await startFaultServer();
  try {
    const { places } = server;
    const order = warm ? vectors : busyFirst(vectors);
    const calls = order.map((vector) => stageVector(vector, ground, server, !warm));
    const input: VectorsInput = {
      calls,
      atOnce: warm ? 1 : runtime.name === "Chromium" ? IN_A_BROWSER : ELSEWHERE,
      impatient: runtime.name.startsWith("Node"),
      unshared,
    };
    const task = { file: program, input, servers: { faults: places.server }, timeLimit: TIME_LIMIT };
    // The other end is vectors-program.ts.
    const reports = (await runtime.run(task)) as readonly VectorReport[];
    const trials = order.map((vector, index): Trial<V> => {
      const [call, report] = [calls[index], reports[index]];
      if (call === undefined || report === undefined) throw new Error(`${runtime.name}: a report is missing`);
      return { vector, report, sighting: server.sighting(call.baseUrl), places };
    });
    if (server.strays.length > 0) throw new Error(`${runtime.name}: a redirect was followed`);
    return warm ? trials : inOrder(trials, vectors);
  } finally {
    await server.close();
  }
}

/** Trials in the order of their vectors, none of which may be there twice. */
function inOrder<V extends Played>(trials: readonly Trial<V>[], vectors: readonly V[]): readonly Trial<V>[] {
  const byVector = new Map(trials.map((trial) => [trial.vector, trial]));
  return vectors.flatMap((vector) => byVector.get(vector) ?? []);
}
