import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FaultServer, startFaultServer } from "../server/fault-server.ts";
import { caseOperations } from "./case-operation.ts";

const [operation] = caseOperations();
let server: FaultServer;

beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

/** Keeps this process from doing anything else. */
const block = (milliseconds: number): unknown =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

describe("a total budget that ends while nothing can be done", () => {
  it("lets no further request out", async () => {
    if (operation === undefined) throw new Error("there is no operation");
    const baseUrl = server.play({ faults: ["500"], effect: "read", answer: operation.answer("secret") });
    const warnings: string[] = [];
    const note = (warning: Error): void => void warnings.push(warning.name);
    process.on("warning", note);
    const client = operation.connect("budget-credential", { baseUrl });
    const call = operation.call(client, operation.input("secret"), {
      totalTimeout: 1_500,
      retry: { minWait: 10, maxWait: 10 },
      onEvent: ({ type }) => type === "retry" && block(1_600),
    });
    const error: unknown = await call.catch((reason: unknown) => reason);
    await new Promise((resolve) => setTimeout(resolve, 50));
    process.off("warning", note);
    expect(error).toMatchObject({ attempts: 1, outcome: "unknown" });
    expect(server.serverLog(baseUrl).arrivals).toHaveLength(1);
    expect(warnings).toEqual([]);
  });
});
