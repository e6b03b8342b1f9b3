import { beforeAll, describe, expect, it } from "vitest";
import { RULES } from "./rules.ts";
import { type SoakResult, soak } from "./soak.ts";

describe("a short soak in a process of its own", () => {
  let result: SoakResult;
  beforeAll(async () => {
    result = await soak({ of: "cases", calls: 1_000, atOnce: 100, seed: 7 });
  }, 60_000);

  it("really fails often", () => {
    expect(result.outcomes).toHaveLength(1_000);
    expect(result.failed).toBeGreaterThan(100);
  });

  it.each(RULES)("%s", (_, found) => {
    expect(found(result)).toEqual([]);
  });
});
