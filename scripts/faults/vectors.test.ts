import { join } from "node:path";
import { ROOT } from "@git-tokens/spec/providers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FaultServer, startFaultServer } from "./fault-server.ts";
import { FAULTS } from "./fault-table.ts";
import { impatientFetch } from "./impatient-fetch.ts";
import { pool } from "./pool.ts";
import { readVectors } from "./read-vectors.ts";
import { runVector } from "./run-vector.ts";
import type { DoorName } from "./script.ts";
import { remoteStage } from "./stage.ts";
import type { Vector } from "./vector.ts";

const { ground, files } = await readVectors(join(ROOT, "packages/core/vectors"));
const doors = new Map<string, DoorName>(
  [...FAULTS.values()].flatMap((fault) => ("door" in fault ? [[fault.name, fault.door] as const] : [])),
);
const found = new Map<Vector, readonly string[]>();
let server: FaultServer;

beforeAll(async () => {
  server = await startFaultServer();
  const run = { stage: remoteStage(server.places), ground, doors, toDoor: impatientFetch() };
  const vectors = files.flatMap((file) => file.vectors);
  await pool(vectors, 40, async (vector) => found.set(vector, await runVector(vector, run)));
}, 60_000);
afterAll(() => server.close());

for (const { file, vectors } of files) {
  describe(file, () => {
    it.each(vectors.map((vector) => [vector.name, vector] as const))("%s", (_, vector) => {
      expect(found.get(vector)).toEqual([]);
    });
  });
}
