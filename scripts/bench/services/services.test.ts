import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { type TemporaryFolder, temporaryFolder } from "@git-tokens/spec-tools/system/temporary-folder";
import { generatorTools } from "@git-tokens/workspace/tool-set";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { startServer } from "../calls/run-rounds.ts";
import { FIELDS, ID, THING, THINGS } from "../calls/sent.ts";
import { largeSpec } from "../codegen/large-spec.ts";
import { startFaultyServer } from "../faults/faulty-server.ts";
import { generateClient, generatedCalls } from "./generated-client.ts";
import { type Service, serviceAt } from "./service-bench.ts";

const BENCH = `export const bench = {
  official: { package: "none", call: "", client: () => {} },
  operations: { get: "getThing1", put: "replaceThing1", list: "listThings1", create: "createThing1" },
  path: (id) => ({ id }),
};`;

let scratch: TemporaryFolder;
let folder: string;
let service: Service;
beforeAll(async () => {
  scratch = await temporaryFolder("services");
  folder = scratch.path;
  await writeFile(join(folder, "bench.ts"), BENCH);
  await mkdir(join(folder, "openapi"));
  await writeFile(join(folder, "openapi/openapi.json"), largeSpec(6));
  service = await serviceAt({ name: "things", packageFolder: folder });
  await generatorTools.install();
  await generateClient(service, folder, generatorTools);
});
afterAll(() => scratch.remove());

it("makes the calls with a client that hey-api generates", async () => {
  const server = await startServer(folder);
  onTestFinished(() => server.close());
  const calls = await generatedCalls(service, folder, { baseUrl: server.serving.h1, authorization: "Token made-up" });
  expect(await calls.get(ID)).toEqual(THING);
  expect(await calls.put(ID, FIELDS)).toEqual(THING);
  expect(await calls.list()).toEqual(THINGS);
  expect(await calls.create(FIELDS)).toEqual(THINGS);
});

it("rejects where the call did not succeed, and sends the body", async () => {
  const server = await startFaultyServer();
  onTestFinished(() => server.close());
  const calls = await generatedCalls(service, folder, { baseUrl: server.baseUrl, authorization: "Token made-up" });
  server.set("503", 0);
  await calls.create({ id: "one" });
  expect([...server.seen().effects]).toEqual([["one", 1]]);
  server.set("503", 1);
  await expect(calls.list()).rejects.toBeDefined();
});

it("says which name of an operation is wrong", async () => {
  const wrong = { ...service, bench: { ...service.bench, operations: { ...service.bench.operations, get: "gone" } } };
  const calls = generatedCalls(wrong, folder, { baseUrl: "http://127.0.0.1:1", authorization: "" });
  await expect(calls).rejects.toThrow("hey-api makes no gone for things");
});

it("says what a package has to export", async () => {
  const empty = await folderWith({ "bench.ts": "export const bench = { official: {} };" });
  await expect(serviceAt({ name: "things", packageFolder: empty })).rejects.toThrow(
    `${join(empty, "bench.ts")} does not export a \`bench\` with official, operations and path`,
  );
});
