import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FaultServer, startFaultServer } from "../server/fault-server.ts";
import { brokenIn, INVARIANTS } from "./invariants.ts";
import { operationsUnderTest } from "./operations-under-test.ts";
import { carryOut, randomCalls } from "./random-call.ts";

const operations = await operationsUnderTest();
let server: FaultServer;
const warnings: string[] = [];
const note = (warning: Error): void => void warnings.push(String(warning));

beforeAll(async () => {
  process.on("warning", note);
  server = await startFaultServer();
});
afterAll(async () => {
  process.off("warning", note);
  await server.close();
});

describe("random calls under random faults", () => {
  it(`keep ${Object.keys(INVARIANTS).length} invariants`, async () => {
    const property = fc.asyncProperty(randomCalls(operations), async (calls) => {
      expect((await carryOut(server, calls)).flatMap(brokenIn)).toEqual([]);
    });
    await fc.assert(property, { numRuns: 8, interruptAfterTimeLimit: 20_000 });
  }, 60_000);

  it("draw no warning from the runtime", () => {
    expect(warnings).toEqual([]);
  });

  it("reach a redirect's target with none of them", () => {
    expect(server.redirected).toEqual([]);
  });
});
