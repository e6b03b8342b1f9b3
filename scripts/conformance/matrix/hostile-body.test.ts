import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FaultServer, startFaultServer } from "../server/fault-server.ts";
import { WIRES } from "../server/wire.ts";
import { caseOperations } from "./case-operation.ts";
import { overrunOf } from "./overrun.ts";
import { play } from "./play.ts";
import type { ProviderOperation } from "./provider-operation.ts";

const SECRETS = Array.from({ length: 10 }, (_, index) => `hostile-secret-${index}-0a7d25e`);
const SIZE = 9.9 * 2 ** 20;

const repeated = (text: string): string => text.repeat(SIZE / (text.length + 3));

/** Bodies that cost much where every secret is searched for at every place. */
const BODIES: Readonly<Record<string, () => object>> = {
  "almost a secret, over and over": () => ({ message: repeated(SECRETS[9]?.slice(0, -1) ?? "") }),
  "all secrets, over and over": () => ({ message: repeated(SECRETS.join(" ")) }),
  "many short texts": () => Array.from({ length: SIZE / 30 }, (_, index) => `hostile-secret-${index % 10}-0a7d2`),
  "many fields": () =>
    Object.fromEntries(Array.from({ length: SIZE / 40 }, (_, index) => [`field-${index}`, { a: "b" }])),
};

const [, create] = caseOperations().filter(({ definition }) => ["read", "create"].includes(definition.name));
let server: FaultServer;

beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

/** Milliseconds of work by this process. Unlike a clock they do not count what others do. */
async function workOf<Result>(run: () => Promise<Result>): Promise<{ readonly result: Result; readonly work: number }> {
  const before = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(before);
  return { result, work: (user + system) / 1000 };
}

describe.each(WIRES)("a body of 10 MiB, %s", (wire) => {
  // All of them once; elsewhere the one that costs most.
  const bodies = Object.entries(BODIES).slice(wire === "h1" ? 0 : -1);

  it.each(bodies)("%s: settles within its budget, and with little work of its own", async (_, make) => {
    if (create === undefined) throw new Error("there is no operation that creates");
    const body = make();
    const budget = 20_000;
    const operation: ProviderOperation = { ...create, answer: () => ({ status: 400, body }) };
    const options = {
      totalTimeout: budget,
      maxBodySize: 11 * 2 ** 20,
      retry: false,
      headers: Object.fromEntries(SECRETS.map((secret, index) => [`x-${index}-token`, secret])),
    } as const;
    const { result, work } = await workOf(() =>
      overrunOf(budget, () => play(server, { operation, faults: [], options, wire })),
    );
    const { end } = result.result.observed;
    expect(result.overrun).toBeLessThanOrEqual(100);
    // About 200 on a quiet machine, the work of the server included. A search for each secret at each place takes 20,000.
    expect(work).toBeLessThan(2_000);
    expect(end).toMatchObject({ kind: "error", error: { name: "ApiError", outcome: "rejected", attempts: 1 } });
    const shown = end.kind === "error" ? JSON.stringify([end.error, end.error.message, end.error.stack]) : "";
    expect(SECRETS.filter((secret) => shown.includes(secret))).toEqual([]);
  });
});
