import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FaultServer, startFaultServer } from "../server/fault-server.ts";
import { handedOut, PLAIN, repeatedIn, showing } from "./canaries.ts";
import { breaking, CELL_RULES } from "./cell-rules.ts";
import { type Cell, runMatrix } from "./matrix.ts";
import { operationsUnderTest } from "./operations-under-test.ts";
import { agreedCells } from "./page.ts";

let server: FaultServer;
let cells: readonly Cell[];

beforeAll(async () => {
  server = await startFaultServer();
  // The server repeats the credential and the secret wherever it can, which changes no result.
  cells = await runMatrix(server, await operationsUnderTest(), { ...PLAIN, echo: true });
}, 600_000);
afterAll(() => server.close());

describe("every operation of a provider under every fault", () => {
  it("has the results of the operation of the case table that is of its kind, which are those of FAULTS.md", () => {
    expect(() => agreedCells(cells)).not.toThrow();
  });

  it.each(Object.entries(CELL_RULES))("%s", (_, holds) => {
    expect(breaking(cells, holds)).toEqual([]);
  });

  it("sends nothing to where a redirect points", () => {
    expect(server.redirected).toEqual([]);
  });
});

describe("a credential and a secret that the server repeats", () => {
  it("are really sent and really repeated", () => {
    const { masked, ...sent } = repeatedIn(cells);
    expect(sent).toEqual({ credential: true, secret: true });
    expect(masked).toBeGreaterThan(100);
  });

  it("show in no error and in no event", () => {
    expect(showing(cells, Object.values(PLAIN), handedOut)).toEqual([]);
  });

  it("show in no client", () => {
    expect(showing(cells, Object.values(PLAIN), ({ client }) => [client])).toEqual([]);
  });
});
