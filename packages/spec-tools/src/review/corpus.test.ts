import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { ApiDescription } from "../description/api-description.ts";
import { describeText } from "../description/describe-api.ts";
import { projectFolder } from "../project/project-folder.ts";
import { changed, variants } from "./corpus.ts";
import { type Finding, heaviest, type Severity } from "./finding.ts";
import { RULES, ruleOf } from "./rules.ts";
import { type RuleExample, renderRules } from "./rules-page.ts";
import { reviewTypes } from "./types.ts";
import { wireFindings } from "./wire.ts";

const corpus = await variants();

const verdictOf = (findings: readonly Finding[]): Severity | "none" =>
  heaviest(findings.map(({ severity }) => severity)) ?? "none";

const overall = (one: Severity | "none", other: Severity | "none"): Severity | "none" =>
  heaviest([one, other].filter((severity) => severity !== "none")) ?? "none";

type Variant = (typeof corpus)[number];

/** A variant, or the same change made backwards. */
interface Judged extends Variant {
  readonly title: string;
  readonly backwards: boolean;
}

const pairs = corpus.flatMap((variant): readonly Judged[] => [
  { ...variant, title: variant.change, backwards: false },
  ...(variant.back ? [{ ...variant, ...variant.back, title: `not ${variant.change}`, backwards: true }] : []),
]);

/** The spec that was changed last. The same change backwards comes right after it; all of them at once fill a gigabyte. */
let last: { readonly spec: string; readonly change: string; readonly api: Promise<ApiDescription> } | undefined;

function changedApi(text: string, variant: Variant): Promise<ApiDescription> {
  const { spec, change } = variant;
  if (last?.spec !== spec || last.change !== change) {
    last = { spec, change, api: describeText(spec, changed(text, variant)) };
  }
  return last.api;
}

const seen = {
  reviewed: 0,
  missed: [] as string[],
  alarms: [] as string[],
  /** A change that each rule speaks of. */
  rules: new Map<string, RuleExample>(),
};

test("the corpus has at least 250 pairs, of our specs and of two foreign ones, breaking and safe", () => {
  expect(pairs.length).toBeGreaterThanOrEqual(250);
  expect(new Set(pairs.map(({ provider }) => provider)).size).toBeGreaterThanOrEqual(4);
  const breaking = pairs.filter(({ wire, types }) => overall(wire, types) === "breaking");
  expect(breaking.length).toBeGreaterThanOrEqual(100);
  expect(pairs.length - breaking.length).toBeGreaterThanOrEqual(100);
});

/** What a change is made to. Its description is read for the pairs of a spec once. */
async function describedOnce(spec: string) {
  const text = await readFile(spec, "utf8");
  return { text, api: await describeText(spec, text) };
}

describe.each([...new Set(pairs.map(({ provider }) => provider))])("%s", async (provider) => {
  const own = pairs.filter((pair) => pair.provider === provider);
  const base = describedOnce(own[0]?.spec ?? "");
  test.each(own)("$title: $wire on the wire, $types in TypeScript", async (pair) => {
    const { text, api } = await base;
    const sides = [api, await changedApi(text, pair)] as const;
    const [before, after] = pair.backwards ? [sides[1], sides[0]] : sides;
    const { findings } = await reviewTypes(before, after);
    const wire = wireFindings(before, after);
    const got = { wire: verdictOf(wire), types: verdictOf(findings) };
    seen.reviewed += 1;
    for (const finding of [...wire, ...findings]) {
      const rule = ruleOf(finding);
      if (!seen.rules.has(rule)) {
        const change = pair.backwards ? `the reverse of: ${pair.change}` : pair.change;
        seen.rules.set(rule, { change, provider, finding });
      }
    }
    for (const axis of ["wire", "types"] as const) {
      const name = `${provider}: ${pair.title} (${axis})`;
      if (pair[axis] === "breaking" && got[axis] !== "breaking") seen.missed.push(name);
      if (pair[axis] !== "breaking" && got[axis] === "breaking") seen.alarms.push(name);
    }
    expect(got, JSON.stringify([...wire, ...findings], undefined, 1)).toEqual({ wire: pair.wire, types: pair.types });
  });
});

/** What no pair of two descriptions shows: providers come and go with a whole repository. */
const ELSEWHERE = new Set(["wire/provider-added", "wire/provider-removed"]);

test("every rule speaks of a pair, and the page of rules shows one", async () => {
  const unseen = RULES.filter(({ id }) => !seen.rules.has(id) && !ELSEWHERE.has(id)).map(({ id }) => id);
  expect(unseen).toEqual([]);
  await expect(renderRules(seen.rules)).toMatchFileSnapshot(join(projectFolder(), "specs/review/RULES.md"));
});

afterAll(() => {
  console.log(
    `${seen.reviewed} pairs on two axes: breaks missed: ${seen.missed.length}, false alarms: ${seen.alarms.length}`,
  );
  expect(seen.missed).toEqual([]);
  expect(seen.alarms.length, seen.alarms.join(", ")).toBeLessThanOrEqual(seen.reviewed * 0.01);
});
