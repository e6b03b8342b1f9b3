import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FaultServer, startFaultServer } from "../server/fault-server.ts";
import { undiciTransport } from "../server/undici-transport.ts";
import { WIRES } from "../server/wire.ts";
import { handedOut, PLAIN, showing } from "./canaries.ts";
import { caseOperations } from "./case-operation.ts";
import { leaksOf } from "./leaks.ts";
import { type Cell, runMatrix } from "./matrix.ts";

/** One that reads, and those that send or reveal a secret. What the others hand out is the same. */
const OPERATIONS = caseOperations().filter(({ definition }) => ["read", "create", "rotate"].includes(definition.name));
const OTHER_WIRES = WIRES.filter((wire) => wire !== "h1");

let server: FaultServer;
let cells: readonly Cell[];
let overUndici: readonly Cell[];

beforeAll(async () => {
  server = await startFaultServer();
  const choice = { ...PLAIN, echo: true, quick: true };
  cells = await runMatrix(server, OPERATIONS, { ...choice, wires: OTHER_WIRES });
  overUndici = await runMatrix(server, OPERATIONS, { ...choice, wires: ["h1", "h2"], undici: undiciTransport });
}, 600_000);
afterAll(() => server.close());

describe("a credential and a secret that the server repeats, over HTTP/2 and through proxies", () => {
  it.each(OTHER_WIRES)("are really sent and masked on the wire %s", (wire) => {
    const own = cells.filter((cell) => cell.wire === wire);
    const arrivals = own.flatMap(({ played }) => played.serverLog().arrivals);
    expect(arrivals.some(({ headers }) => headers.authorization?.includes(PLAIN.credential))).toBe(true);
    expect(arrivals.some(({ body }) => body.includes(PLAIN.secret))).toBe(true);
    const masked = own.filter(({ played }) => leaksOf(handedOut(played), ["[secret]"]).length > 0);
    expect(masked.length).toBeGreaterThan(20);
  });

  it("show in no error and in no event", () => {
    expect(showing(cells, Object.values(PLAIN), handedOut)).toEqual([]);
  });

  it("show in none over the transport of undici either", () => {
    const masked = overUndici.filter(({ played }) => leaksOf(handedOut(played), ["[secret]"]).length > 0);
    expect(masked.length).toBeGreaterThan(20);
    expect(showing(overUndici, Object.values(PLAIN), handedOut)).toEqual([]);
  });
});
