import { type TemporaryFolder, temporaryFolder } from "@git-tokens/spec-tools/system/temporary-folder";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkAnswer } from "./check-answer.ts";
import { startServer } from "./run-rounds.ts";
import { THING, THINGS } from "./sent.ts";

let folder: TemporaryFolder;
let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  folder = await temporaryFolder("calls");
  server = await startServer(folder.path);
});
afterAll(async () => {
  server.close();
  await folder.remove();
});

/** Those that are no tools, which are installed only by the command. */
const ways = ["bare fetch", "git-tokens", "git-tokens, undici"];
const series = { ways, atOnce: 4, calls: 8, starts: 1, rounds: 2, warmUp: 1, warmUpCalls: 4 } as const;

it.each(["h1", "h2"] as const)("measures ways that give what the server sends, over %s", async (protocol) => {
  for (const kind of ["get", "put", "big"] as const) {
    const times = await server.run(server.serving[protocol], { ...series, kind });
    expect(Object.keys(times)).toEqual(ways);
    for (const took of Object.values(times).flat()) expect(Math.min(took.time, took.cpu)).toBeGreaterThan(0);
    expect(Object.values(times).flat()).toHaveLength(ways.length * series.rounds);
  }
});

it("refuses a way that it does not know", async () => {
  const unknown = server.run(server.serving.h1, { ...series, ways: ["carrier pigeon"], kind: "get" });
  await expect(unknown).rejects.toThrow("a process of the benchmark ended with 1");
});

it.each([
  ["get", undefined],
  ["get", { data: THING }],
  ["put", {}],
  ["big", THING],
  ["big", { results: THINGS.results.slice(1) }],
] as const)("refuses to measure a way whose %s gives another answer", (kind, answer) => {
  expect(() => checkAnswer("a way", kind, answer)).toThrow("a way gives something else than the server sent: ");
});

it("takes what the server sends", () => {
  checkAnswer("a way", "get", { ...THING });
  checkAnswer("a way", "put", JSON.parse(JSON.stringify(THING)));
  checkAnswer("a way", "big", JSON.parse(JSON.stringify(THINGS)));
});
