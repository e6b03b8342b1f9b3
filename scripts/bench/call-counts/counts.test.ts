import { fileURLToPath } from "node:url";
import { run } from "@git-tokens/spec-tools/system/run";
import { expect, it } from "vitest";
import type { Counts } from "./count-calls.ts";

/** What a call costs on Node 24. Lower a figure with the change that lowers it; raise one only for a promise to users. */
const COMMITTED: Readonly<Record<string, Counts>> = {
  read: { bytes: 8_710, promises: 16, requests: 1 },
  replace: { bytes: 8_710, promises: 16, requests: 1 },
  large: { bytes: 175_000, promises: 142, requests: 1 },
  undici: { bytes: 11_300, promises: 16, requests: 1 },
};
/** Runs differ by a few bytes, and versions of Node by a few more. */
const TOLERANCE = 1.04;

it("makes no more requests, promises and garbage in a call than is committed", async () => {
  // As much memory for young objects as all calls need: no garbage is collected while it is counted.
  const flags = ["--expose-gc", "--min-semi-space-size=64", "--max-semi-space-size=64"];
  const program = fileURLToPath(new URL("count-calls.ts", import.meta.url));
  const told = await run(process.execPath, ["--conditions=@git-tokens/source", ...flags, program], {
    env: { NODE_OPTIONS: undefined },
  });
  const counted: Record<string, Counts> = JSON.parse(told);
  expect(Object.keys(counted)).toEqual(Object.keys(COMMITTED));
  for (const [call, { bytes, promises, requests }] of Object.entries(COMMITTED)) {
    expect(counted[call], call).toMatchObject({ promises, requests });
    expect(counted[call]?.bytes, call).toBeLessThan(bytes * TOLERANCE);
    // A figure that is far too high guards nothing.
    expect(counted[call]?.bytes, call).toBeGreaterThan(bytes / TOLERANCE);
  }
});
