import { readFile } from "node:fs/promises";
import { afterAll, describe, expect, test } from "vitest";
import type { ApiDescription } from "../description/api-description.ts";
import { describeText } from "../description/describe-api.ts";
import { changed, variants } from "./corpus.ts";
import { type Finding, heaviest, type Severity } from "./finding.ts";
import { reviewTypes } from "./types.ts";
import { wireFindings } from "./wire.ts";

const corpus = await variants();

const verdictOf = (findings: readonly Finding[]): Severity | "none" =>
  heaviest(findings.map(({ severity }) => severity)) ?? "none";

const overall = (one: Severity | "none", other: Severity | "none"): Severity | "none" =>
  heaviest([one, other].filter((severity) => severity !== "none")) ?? "none";

const seen = { reviewed: 0, missed: [] as string[], alarms: [] as string[] };

test("the corpus has at least 60 variants, of every provider, breaking and safe", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(60);
  const breaking = corpus.filter(({ wire, types }) => overall(wire, types) === "breaking");
  expect(breaking.length).toBeGreaterThanOrEqual(30);
  expect(corpus.length - breaking.length).toBeGreaterThanOrEqual(20);
});

describe.each([...new Set(corpus.map(({ provider }) => provider))])("%s", async (provider) => {
  const own = corpus.filter((variant) => variant.provider === provider);
  test.concurrent.each(own)("$change: $wire on the wire, $types in TypeScript", async (variant) => {
    const text = await readFile(variant.spec, "utf8");
    const [before, after]: [ApiDescription, ApiDescription] = [
      await describeText(variant.spec, text),
      await describeText(variant.spec, changed(text, variant)),
    ];
    const [wire, types] = await Promise.all([wireFindings(before, after), reviewTypes(before, after)]);
    const got = { wire: verdictOf(wire), types: verdictOf(types.findings) };
    seen.reviewed += 1;
    const [expected, actual] = [overall(variant.wire, variant.types), overall(got.wire, got.types)];
    if (expected === "breaking" && actual !== "breaking") seen.missed.push(`${provider}: ${variant.change}`);
    if (expected !== "breaking" && actual === "breaking") seen.alarms.push(`${provider}: ${variant.change}`);
    expect(got, JSON.stringify([...wire, ...types.findings], undefined, 1)).toEqual({
      wire: variant.wire,
      types: variant.types,
    });
  });
});

afterAll(() => {
  console.log(
    `${seen.reviewed} variants: breaking passed as patch: ${seen.missed.length}, false alarms: ${seen.alarms.length}`,
  );
  expect(seen.missed).toEqual([]);
  expect(seen.alarms.length, seen.alarms.join(", ")).toBeLessThanOrEqual(2);
});
