import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "@git-tokens/workspace/paths";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtInAgentClass } from "../server/built-in-agent.ts";
import { type FaultServer, startFaultServer } from "../server/fault-server.ts";
import { undiciPackage } from "../server/undici-package.ts";
import { undiciTransport } from "../server/undici-transport.ts";
import { WIRES } from "../server/wire.ts";
import { handedOut, PLAIN, repeatedIn, showing } from "./canaries.ts";
import { caseOperations } from "./case-operation.ts";
import { breaking, CELL_RULES } from "./cell-rules.ts";
import { type Cell, runMatrix } from "./matrix.ts";
import { matrixPage } from "./page.ts";
import { consequenceOf, promiseOf, readmeRows, rowOf } from "./readme-table.ts";
import { firstProof, pairs } from "./transport-section.ts";

let server: FaultServer;
let cells: readonly Cell[];
let overUndici: readonly Cell[];

beforeAll(async () => {
  server = await startFaultServer();
  // The server repeats the credential and the secret wherever it can, which changes nothing of what the page says.
  const choice = { ...PLAIN, echo: true, wires: WIRES };
  cells = await runMatrix(server, caseOperations(), choice);
  overUndici = await runMatrix(server, caseOperations(), { ...choice, undici: undiciTransport });
}, 1_200_000);
afterAll(() => server.close());

describe("every kind of operation under every fault on every wire", () => {
  it("has the results of FAULTS.md", async () => {
    expect(matrixPage(cells, overUndici)).toBe(await readFile(join(ROOT, "packages/core/FAULTS.md"), "utf8"));
  });

  it("has what the README says of every failure, cell by cell", async () => {
    const rows = await readmeRows();
    const failed = cells.flatMap((cell) => {
      const seen = consequenceOf(cell);
      return seen ? [{ cell, seen, row: rowOf(rows, cell) }] : [];
    });
    const untold = failed.flatMap(({ cell, seen, row }) => {
      const told = row && promiseOf(row, cell);
      if (told?.proves.includes(seen.proves) && told.next === seen.next) return [];
      const where = `${cell.fault.name} / ${cell.operation.definition.name} over ${cell.wire}`;
      return [`${where}: ${seen.proves}, ${seen.next}, not so in "${row?.failure ?? "any row"}"`];
    });
    expect(untold).toEqual([]);
    expect(rows.filter((row) => failed.every((one) => one.row !== row)).map(({ failure }) => failure)).toEqual([]);
    expect(rows.length).toBeGreaterThan(5);
  });

  it.each(Object.entries(CELL_RULES))("%s", (_, holds) => {
    expect(breaking(cells, holds)).toEqual([]);
  });

  it("sends nothing to where a redirect points", () => {
    expect(server.redirected).toEqual([]);
  });

  it("sends through the proxy what is to go through it, and nothing else", () => {
    const forwarded = cells.filter(({ wire }) => wire === "h1-forward");
    const arrived = forwarded.flatMap(({ played }) => played.serverLog().arrivals);
    const sentOn = server.proxied.filter((line) => line.includes(` ${server.origins.server}/script/`));
    expect(sentOn.length).toBeGreaterThanOrEqual(arrived.length);
    expect(arrived.length).toBeGreaterThan(500);
    expect(server.proxied.filter((line) => line.startsWith("CONNECT")).length).toBeGreaterThan(1_000);
    expect(
      server.proxied.filter((line) => !/^(CONNECT [\w.]+:\d+|[A-Z]+ http:\/\/127\.0\.0\.1:\d+\/.*)$/.test(line)),
    ).toEqual([]);
  });
});

describe("the same over the transport of undici", () => {
  it("is another undici than that of Node's own fetch", async () => {
    expect(await builtInAgentClass()).not.toBe(undiciPackage.Agent);
  });

  it.each(Object.entries(CELL_RULES))("%s", (_, holds) => {
    expect(breaking(overUndici, holds)).toEqual([]);
  });

  it("lets no request arrive more often than it was tried, whatever undici would send again", () => {
    const once = ({ attempts, played }: Cell): boolean => played.serverLog().arrivals.length <= attempts;
    expect(breaking(overUndici, once)).toEqual([]);
    expect(breaking(cells, once).length).toBeGreaterThan(0);
  });

  it("knows as much as fetch of every failure, and more of many", () => {
    const both = pairs(cells, overUndici).map(([cell, other]) => ({
      cell,
      own: firstProof(cell),
      other: firstProof(other),
    }));
    expect(both).toHaveLength(cells.length);
    expect(both.filter(({ own, other }) => other === "unknown" && own !== "unknown")).toEqual([]);
    expect(both.filter(({ own, other }) => own === "unknown" && other === "not-sent").length).toBeGreaterThan(200);
  });

  it("says not-sent of no request that arrived", () => {
    const sent = ({ attempts, outcome, played }: Cell): number => {
      const proofs = played.observed.events.flatMap((event) => (event.type === "retry" ? [event.proves] : []));
      return attempts - [...proofs, outcome].filter((proof) => proof === "not-sent").length;
    };
    expect(breaking(overUndici, (cell) => cell.played.serverLog().arrivals.length <= sent(cell))).toEqual([]);
  });
});

describe("a credential and a secret that the server repeats, on every wire", () => {
  const ofEach = WIRES.flatMap((wire) => [[wire, "fetch"] as const, [wire, "undici"] as const]);

  it.each(ofEach)("are really sent and masked: %s over %s", (wire, transport) => {
    const own = (transport === "fetch" ? cells : overUndici).filter((cell) => cell.wire === wire);
    const { masked, ...sent } = repeatedIn(own);
    expect(sent).toEqual({ credential: true, secret: true });
    expect(masked).toBeGreaterThan(100);
  });

  it("show in no error and in no event", () => {
    expect(showing(cells, Object.values(PLAIN), handedOut)).toEqual([]);
    expect(showing(overUndici, Object.values(PLAIN), handedOut)).toEqual([]);
  });

  it("show in no client", () => {
    expect(showing(cells, Object.values(PLAIN), ({ client }) => [client])).toEqual([]);
    expect(showing(overUndici, Object.values(PLAIN), ({ client }) => [client])).toEqual([]);
  });
});
