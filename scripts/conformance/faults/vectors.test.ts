import { join } from "node:path";
import { ROOT } from "@git-tokens/workspace/paths";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { busyFirst } from "./busy-first.ts";
import { callVector } from "./call-vector.ts";
import { type FaultServer, startFaultServer } from "./fault-server.ts";
import { impatientFetch } from "./impatient-fetch.ts";
import { judgeVector } from "./judge-vector.ts";
import { pool } from "./pool.ts";
import { readVectors } from "./read-vectors.ts";
import { stageVector } from "./stage-vector.ts";
import type { Vector } from "./vector.ts";

const { ground, files } = await readVectors(join(ROOT, "packages/core/vectors"));
const found = new Map<Vector, readonly string[]>();
let server: FaultServer;

beforeAll(async () => {
  server = await startFaultServer();
  const { places } = server;
  const senders = { toDoor: impatientFetch() };
  const vectors = files.flatMap((file) => file.vectors);
  await pool(busyFirst(vectors), 40, async (vector) => {
    const call = stageVector(vector, ground, server);
    const report = await callVector(call, senders);
    found.set(vector, judgeVector(vector, { ground, report, sighting: server.sighting(call.baseUrl), places }));
  });
}, 60_000);
afterAll(() => server.close());

for (const { file, vectors } of files) {
  describe(file, () => {
    it.each(vectors.map((vector) => [vector.name, vector] as const))("%s", (_, vector) => {
      expect(found.get(vector)).toEqual([]);
    });
  });
}
