import type { CallOptions } from "@git-tokens/core";
import fc from "fast-check";
import { faultsOver } from "../faults/fault-table.ts";
import type { FaultServer } from "../server/fault-server.ts";
import type { ServerLog } from "../server/script.ts";
import { undiciTransport } from "../server/undici-transport.ts";
import type { Wire } from "../server/wire.ts";
import { overrunOf } from "./overrun.ts";
import { type Played, play } from "./play.ts";
import type { ProviderOperation } from "./provider-operation.ts";
import { anyWire, byUndici } from "./random-way.ts";

/** One call: which operation, under which faults, with which options. */
export interface RandomCall {
  readonly operation: ProviderOperation;
  /** The wire, and the faults of the attempts. */
  readonly way: { readonly wire: Wire; readonly faults: readonly string[] };
  /** Whether the transport of undici sends it. */
  readonly overUndici: boolean;
  readonly options: CallOptions & { readonly totalTimeout: number };
  /** Whether the credential comes from a function. */
  readonly renews: boolean;
  /** Milliseconds after which the caller aborts. */
  readonly abortAfter: number | null;
}

/** A call and its result on both sides. */
export interface Verdict extends RandomCall {
  readonly played: Played;
  readonly serverLog: ServerLog;
  /** The reason with which the call was aborted. */
  readonly reason: Error;
  /** The milliseconds by which the call exceeded its budget or its abort. */
  readonly overrun: number;
}

/** Calls with every fault, and with budgets from very small to very large. They are printed without the code of the operation. */
export const randomCalls = (operations: readonly ProviderOperation[]): fc.Arbitrary<readonly RandomCall[]> => {
  const call = fc.record({
    operation: fc.constantFrom(...operations.map(shownByName)),
    way: anyWire.chain(over),
    overUndici: byUndici,
    renews: fc.boolean(),
    abortAfter: fc.oneof(
      { weight: 9, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(0, 5, 60) },
    ),
    options: fc.record({
      timeout: fc.constantFrom(2, 60, 200, 2000, 2000),
      totalTimeout: fc.constantFrom(2, 30, 150, 600, 600),
      retry: fc.oneof(
        fc.constant(false as const),
        fc.record({
          attempts: fc.integer({ min: 1, max: 5 }),
          minWait: fc.constantFrom(1, 20),
          maxWait: fc.constant(30),
        }),
      ),
      maxBodySize: fc.constantFrom(1, 2 ** 17, 2 ** 17, 2 ** 17),
    }),
  });
  return fc.array(call, { minLength: 60, maxLength: 80, size: "max" });
};

/** A wire and the faults of up to five attempts on it. */
const over = (wire: Wire): fc.Arbitrary<RandomCall["way"]> => {
  const names = faultsOver(wire).map(({ name }) => name);
  return fc.record({
    wire: fc.constant(wire),
    faults: fc.array(fc.constantFrom(...names), { maxLength: 5, size: "max" }),
  });
};

const shownByName = (operation: ProviderOperation): ProviderOperation =>
  Object.assign({ ...operation }, { [fc.toStringMethod]: () => operation.definition.name });

/** The milliseconds after which every abandoned request has arrived at the server, so that its count is final. */
const LATE = 20;

/** Makes all calls at the same time, so that their waits overlap. */
export async function carryOut(server: FaultServer, calls: readonly RandomCall[]): Promise<readonly Verdict[]> {
  const done = await Promise.all(
    calls.map(async (call) => {
      const { operation, way, overUndici, renews, abortAfter } = call;
      const controller = new AbortController();
      const reason = new Error("the caller aborts");
      const timer = abortAfter === null ? undefined : setTimeout(() => controller.abort(reason), abortAfter);
      const options = { ...call.options, signal: controller.signal };
      const credential = renews ? async () => "renewed" : "fixed";
      const transport = overUndici && { undici: undiciTransport };
      const budget = Math.min(options.totalTimeout, abortAfter ?? Infinity);
      const work = (): Promise<Played> => play(server, { operation, ...way, ...transport, options, credential });
      const { result: played, overrun } = await overrunOf(budget, work);
      clearTimeout(timer);
      return { ...call, played, reason, overrun };
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, LATE));
  return done.map((verdict) => ({ ...verdict, serverLog: verdict.played.serverLog() }));
}
