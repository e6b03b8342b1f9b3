import fc from "fast-check";
import { faultsOver } from "../faults/fault-table.ts";
import type { ProviderOperation } from "../matrix/provider-operation.ts";
import { anyWire, byUndici } from "../matrix/random-way.ts";
import type { Wire } from "../server/wire.ts";

/** One call of a soak. */
export interface SoakCall {
  readonly operation: ProviderOperation;
  readonly wire: Wire;
  /** Whether the transport of undici sends it. */
  readonly overUndici: boolean;
  readonly faults: readonly string[];
}

/** The settings of a soak. The calling and the serving process derive the same plan from them. */
export interface SoakSettings {
  /** Whose operations are called: those of the case table, or of all providers. */
  readonly of: "cases" | "providers";
  readonly calls: number;
  readonly atOnce: number;
  readonly seed: number;
}

/** Milliseconds that every call of a soak may take. */
export const SOAK_BUDGET = 5_000;

/** The secret of every call of a soak. */
export const SOAK_SECRET = "soak-secret";

/** The calls of a soak, a third of them under one to three faults. The same seed gives the same calls. */
export function soakPlan({ calls, seed }: SoakSettings, operations: readonly ProviderOperation[]): readonly SoakCall[] {
  const call = anyWire.chain((wire) =>
    fc.record({
      operation: fc.constantFrom(...operations),
      wire: fc.constant(wire),
      overUndici: byUndici,
      faults: faultsOf(wire),
    }),
  );
  return fc.sample(call, { seed, numRuns: calls });
}

function faultsOf(wire: Wire): fc.Arbitrary<readonly string[]> {
  // Waits of a second would only make the soak longer.
  const names = faultsOver(wire)
    .filter(({ slow }) => !slow)
    .map(({ name }) => name);
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }) },
  );
}
