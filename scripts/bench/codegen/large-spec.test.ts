import { operationsOf } from "@git-tokens/spec-tools/description/operations";
import { parseSpec } from "@git-tokens/spec-tools/description/read-spec";
import { expect, it } from "vitest";
import { largeSpec } from "./large-spec.ts";

it.each([6, 60])("has %d operations, and all that a client needs", async (count) => {
  const { document } = await parseSpec("large.json", largeSpec(count));
  expect(operationsOf(document)).toHaveLength(count);
});
