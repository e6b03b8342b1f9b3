import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { ROOT } from "@git-tokens/workspace/paths";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FaultServer, startFaultServer } from "../server/fault-server.ts";
import { runBothProtocols } from "./both-protocols.ts";
import type { Cell } from "./matrix.ts";
import { operationsUnderTest } from "./operations-under-test.ts";
import { matrixPage } from "./page.ts";

let server: FaultServer;
let cells: readonly Cell[];

beforeAll(async () => {
  server = await startFaultServer();
  // The page has the columns of the case table, which the operations of a provider have to agree with.
  cells = await runBothProtocols(server, await operationsUnderTest());
}, 300_000);
afterAll(() => server.close());

/** The names of the cells that break a condition. */
const where = (broken: (cell: Cell) => boolean): readonly string[] =>
  cells.filter(broken).map(({ fault, operation }) => `${fault.name} / ${operation.definition.name}`);

describe("every operation under every fault", () => {
  it("has the results of FAULTS.md", async () => {
    expect(matrixPage(cells)).toBe(await readFile(join(ROOT, "packages/core/FAULTS.md"), "utf8"));
  });

  it("takes effect at most once if a second effect would do harm", () => {
    const once = ["create", "rotate"];
    expect(where(({ operation, committed }) => once.includes(operation.definition.effect) && committed > 1)).toEqual(
      [],
    );
  });

  it("ends with a success or with an error of the client, and nothing else", () => {
    expect(where(({ played }) => played.observed.end.kind === "other")).toEqual([]);
  });

  it("never succeeds with another body than the documented one", () => {
    const wrong = ({ played: { observed, documented } }: Cell): boolean =>
      observed.end.kind === "success" && !isDeepStrictEqual(observed.end.data, documented);
    expect(where(wrong)).toEqual([]);
  });

  it("never says that a request had no effect if it had one", () => {
    const harmless = ["not-sent", "rejected"];
    expect(where(({ outcome, committed }) => committed > 0 && harmless.includes(outcome))).toEqual([]);
  });

  it("counts the attempts in the error", () => {
    expect(where(({ attempts, played }) => attempts !== played.tried)).toEqual([]);
    const miscounted = ({ played: { observed, tried } }: Cell): boolean =>
      observed.end.kind === "error" && observed.end.error.attempts !== tried;
    expect(where(miscounted)).toEqual([]);
  });

  it("says the same outcome in the error and in the last event", () => {
    const differs = ({ outcome, played: { observed } }: Cell): boolean =>
      observed.end.kind === "error" && observed.end.error.outcome !== outcome;
    expect(where(differs)).toEqual([]);
  });

  it("says what to do if a create or rotate is in doubt", () => {
    const silent = ({ operation, played: { observed } }: Cell): boolean => {
      const { recovery } = operation.definition;
      if (observed.end.kind !== "error" || recovery === undefined) return false;
      const doubt = ["unknown", "committed"].includes(observed.end.error.outcome);
      return observed.end.error.recovery !== (doubt ? recovery : undefined);
    };
    expect(where(silent)).toEqual([]);
  });

  it("sends nothing to where a redirect points", () => {
    expect(server.redirected).toEqual([]);
  });
});
