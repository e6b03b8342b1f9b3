import { describeText } from "@git-tokens/spec-tools/description/describe-api";
import { expect, it } from "vitest";
import { largeSpec } from "./large-spec.ts";

it.each([6, 60])("has %d operations, and all that a client needs", async (count) => {
  const { operations } = await describeText("large.json", largeSpec(count));
  expect(operations).toHaveLength(count);
});
