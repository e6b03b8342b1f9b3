import { callVector, type Senders } from "../faults/call-vector.ts";
import { impatientFetch } from "../faults/impatient-fetch.ts";
import { pool } from "../faults/pool.ts";
import type { VectorCall, VectorReport } from "../faults/vector-call.ts";
import { unsharedFetch } from "./remedies.ts";
import type { Servers } from "./runtime.ts";

/** What the program is given. */
export interface VectorsInput {
  readonly calls: readonly VectorCall[];
  /** How many calls are under way at a time. */
  readonly atOnce: number;
  /** Whether `fetch` can be told to give up a connection that does not come about. */
  readonly impatient: boolean;
  /** Whether `fetch` is told to use no connection twice. */
  readonly unshared: boolean;
}

/**
 * Makes the calls of vectors in whatever runtime it is imported. The fault server is the one named `faults`.
 *
 * @public Runtimes import it from a file.
 */
export default function callVectors(
  { calls, atOnce, impatient, unshared }: VectorsInput,
  { faults = "" }: Servers,
): Promise<readonly VectorReport[]> {
  const senders: Senders = {
    ...(impatient ? { toDoor: impatientFetch() } : {}),
    ...(unshared ? { send: unsharedFetch() } : {}),
  };
  const from = (call: VectorCall): VectorCall => ({
    ...call,
    baseUrl: call.baseUrl.replace(call.places.server, faults),
    places: { ...call.places, server: faults },
  });
  return pool(calls, atOnce, (call) => callVector(from(call), senders));
}
