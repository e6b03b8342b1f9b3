import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FAULT_KINDS, FAULTS } from "../faults/fault-table.ts";
import { type FaultServer, startFaultServer } from "./fault-server.ts";
import type { Script } from "./script.ts";

const SCRIPT: Script = { faults: [], effect: "create", answer: { status: 201, body: { id: "one" } } };

let server: FaultServer;

beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

/** The result of one POST with the runtime's own fetch. */
const post = (baseUrl: string): Promise<number> =>
  fetch(`${baseUrl}/things`, { method: "POST", body: "{}", redirect: "manual" }).then(async (response) => {
    await response.text();
    return response.status;
  });

describe("the fault table", () => {
  const all = FAULT_KINDS.flatMap(({ faults }) => faults);

  it("has no name twice", () => {
    expect(FAULTS.size).toBe(all.length);
  });

  it.each(all.map((fault) => [fault.name, fault] as const))("says in one sentence what %s is", (name, { about }) => {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(about).toMatch(/^[A-Z][^.]*\.$/);
  });
});

describe("the fault server", () => {
  it("plays one fault per request and is healthy after the last", async () => {
    const baseUrl = server.play({ ...SCRIPT, faults: ["503", "400"] });
    expect([await post(baseUrl), await post(baseUrl), await post(baseUrl)]).toEqual([503, 400, 201]);
    expect(server.serverLog(baseUrl)).toMatchObject({ committed: 1, arrivals: [{ path: "/things" }, {}, {}] });
  });

  it("counts the effect if the fault strikes after it", async () => {
    const baseUrl = server.play({ ...SCRIPT, faults: ["reset-after-commit"] });
    await expect(post(baseUrl)).rejects.toThrow();
    expect(server.serverLog(baseUrl).committed).toBe(1);
  });

  it("counts no effect of a read", async () => {
    const baseUrl = server.play({ ...SCRIPT, effect: "read" });
    expect(await post(baseUrl)).toBe(201);
    expect(server.serverLog(baseUrl).committed).toBe(0);
  });

  it("finds nothing to delete a second time", async () => {
    const baseUrl = server.play({ ...SCRIPT, effect: "delete", answer: { status: 204 } });
    expect([await post(baseUrl), await post(baseUrl)]).toEqual([204, 404]);
    expect(server.serverLog(baseUrl).committed).toBe(1);
  });

  it("notices a client that follows a redirect", async () => {
    const baseUrl = server.play({ ...SCRIPT, faults: ["307"] });
    await fetch(`${baseUrl}/things`, { method: "POST", body: "a secret" });
    expect(server.redirected).toMatchObject([{ method: "POST", path: "/taken", body: "a secret" }]);
  });

  it("refuses a fault that does not exist, and names it", () => {
    expect(() => server.play({ ...SCRIPT, faults: ["explode"] })).toThrow(/no fault "explode"/);
  });
});
