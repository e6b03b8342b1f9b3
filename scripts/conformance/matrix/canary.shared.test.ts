import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FaultServer, startFaultServer } from "../server/fault-server.ts";
import { handedOut, PLAIN, QUOTED, showing } from "./canaries.ts";
import { formsOf, leaksOf } from "./leaks.ts";
import { type Cell, runMatrix } from "./matrix.ts";
import { operationsUnderTest } from "./operations-under-test.ts";
import { type Played, play } from "./play.ts";
import type { ProviderOperation } from "./provider-operation.ts";
import { rawCall } from "./raw-call.ts";

const operations = await operationsUnderTest();
let server: FaultServer;

beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

/** The same operations by their raw methods. */
const raw = operations.map(
  (operation): ProviderOperation => ({ ...operation, call: (...given) => rawCall(operation.definition, ...given) }),
);

describe("a credential and a secret that the server repeats, in other letters and to raw methods", () => {
  let quoted: readonly Cell[];
  let byVerb: readonly Cell[];
  beforeAll(async () => {
    quoted = await runMatrix(server, operations, { ...QUOTED, echo: true, quick: true });
    byVerb = await runMatrix(server, raw, { ...PLAIN, echo: true, quick: true });
  }, 600_000);

  it("show in no other form, where texts write their letters in another way", () => {
    const texts = Object.values(QUOTED).flatMap(formsOf);
    expect(showing(quoted, texts, handedOut)).toEqual([]);
  });

  it("show in nothing that a raw method gives apart from the data of a success", () => {
    const all = (played: Played): readonly unknown[] => {
      const { end } = played.observed;
      return end.kind === "success" ? [...handedOut(played), end.data] : handedOut(played);
    };
    expect(showing(byVerb, Object.values(PLAIN), all)).toEqual([]);
  });
});

describe("what a function of the caller throws", () => {
  const { credential, secret } = PLAIN;
  const texts = [credential, secret];
  const [operation] = operations;
  const selfish: Record<string, unknown> = { credential };
  selfish.self = selfish;
  const thrown: readonly (readonly [string, unknown])[] = [
    ["an error that quotes it", new Error(`no other than ${credential}`, { cause: new Error(credential) })],
    ["an error that carries it", Object.assign(new Error("no"), { code: credential, request: { credential } })],
    ["an aggregate of errors", new AggregateError([new Error(credential)], credential)],
    ["a text", `no other than ${credential}`],
    ["an object that holds itself", selfish],
    ["an object", { message: credential, [credential]: [credential] }],
  ];

  it.each(thrown)("%s, from the credential's function", async (_, reason) => {
    if (operation === undefined) throw new Error("there is no operation");
    let asked = 0;
    const renewed = async (): Promise<string> => {
      asked += 1;
      if (asked > 1) throw reason;
      return credential;
    };
    const played = await play(server, { operation, faults: ["401"], credential: renewed });
    expect(played.observed.end.kind).toBe("error");
    expect(handedOut(played).flatMap((value) => leaksOf(value, texts))).toEqual([]);
  });

  it.each(thrown)("%s, from fetch", async (_, reason) => {
    if (operation === undefined) throw new Error("there is no operation");
    const fetch = async (): Promise<Response> => {
      throw reason;
    };
    const client = operation.connect(credential, { baseUrl: server.origins.server, fetch, retry: false });
    const error: unknown = await operation.call(client, operation.input(secret)).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: "ConnectionError", outcome: "unknown" });
    expect(leaksOf(error, texts)).toEqual([]);
  });
});
