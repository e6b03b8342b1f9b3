import { readFile, rm } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plain } from "../../system/styled.ts";
import { reviewRepository } from "../repository.ts";
import type { Review } from "../review.ts";
import { type Scratch, scratchRepository, spec } from "../scratch.fixture.ts";
import { renderAnnotations } from "./annotations.ts";
import { renderChangelog } from "./changelog.ts";
import { renderJson } from "./json.ts";
import { renderJunit } from "./junit.ts";
import { renderSarif } from "./sarif.ts";
import { renderTerminal } from "./terminal.ts";

const EVIL = 'All "things", 100% & <more>: one';

let scratch: Scratch;
let review: Review;

beforeAll(async () => {
  scratch = await scratchRepository();
  const text = spec(["id", "owner"]).replace("All things.", JSON.stringify(EVIL));
  await scratch.write("specs/things.yaml", text.replace("type: object", 'type: [object, "null"]'));
  review = await reviewRepository(undefined, scratch.root);
});

afterAll(() => rm(scratch.root, { recursive: true }));

test("JSON is as its published schema says, and a finding of another form is not", async () => {
  const schema = JSON.parse(await readFile(new URL("review.schema.json", import.meta.url), "utf8"));
  const validate = new Ajv2020({ allErrors: true }).compile(schema);
  const data = JSON.parse(renderJson(review));
  validate(data);
  expect(validate.errors).toBeNull();
  data.providers[0].findings[0].severity = "serious";
  expect(validate(data)).toBe(false);
});

test("one change on both axes is one entry with two marks", () => {
  const [provider] = review.providers;
  const entry = provider?.entries.find(({ location }) => location.includes("owner"));
  expect(entry?.wire.map(({ rule }) => rule)).toEqual(["response-property-renamed"]);
  expect(entry?.types.map(({ rule }) => rule)).toEqual(["name-changed"]);
});

test("the terminal has each operation once, with file and line, and a key for what breaks", () => {
  const text = renderTerminal(review, plain, "feature");
  expect(text.match(/^ {2}GET \/things$/gm)).toHaveLength(1);
  expect(text).toMatch(/breaking schema Thing › .*\/specs\/things\.yaml:\d+/);
  expect(text).toContain("[wire/response-property-renamed/");
  expect(text).toMatch(/This breaks callers of GET \/things, and TypeScript code that uses `Thing`/);
  expect(text).toMatch(/1 lesser change not shown; --all shows every one/);
  const painted = renderTerminal(review, (style, part) => `<${style}>${part}`, "patch");
  expect(painted).toContain("<red,bold>breaking");
  expect(painted).toContain("<dim>patch");
});

test("annotations name the line in the new file, and no text of a spec ends one", () => {
  const lines = renderAnnotations(review, scratch.root).split("\n");
  const [first] = lines;
  expect(first).toMatch(/^::error file=specs\/things\.yaml,line=\d+,title=breaking%3A schema Thing/);
  for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) [^:]*::[^\n]+$/);
});

test("SARIF names the rule, the level and the place of each finding", () => {
  const [run] = JSON.parse(renderSarif(review, scratch.root)).runs;
  expect(run.results.length).toBe(review.providers[0]?.findings.length);
  const ids = run.tool.driver.rules.map(({ id }: { id: string }) => id);
  for (const { ruleId } of run.results) expect(ids).toContain(ruleId);
  const renamed = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === "wire/response-property-renamed");
  expect(renamed.level).toBe("error");
  expect(renamed.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: "specs/things.yaml" },
    region: { startLine: expect.any(Number) },
  });
});

test("JUnit counts what fails, and is XML whatever a spec says", () => {
  const xml = renderJunit(review);
  const [, tests, failures] = /<testsuite name="things" tests="(\d+)" failures="(\d+)">/.exec(xml) ?? [];
  expect(xml.match(/<testcase /g)).toHaveLength(Number(tests));
  expect(xml.match(/<failure /g)).toHaveLength(Number(failures));
  expect(xml).not.toContain(EVIL);
  expect(xml.replaceAll(/&(?:amp|lt|gt|quot|#10);/g, "")).not.toMatch(/&|<more>/);
});

test("a changelog tells callers what breaks and what is new, and no words", () => {
  const [provider] = review.providers;
  if (provider === undefined) throw new Error("the review has a provider");
  const text = renderChangelog(provider, { old: "0.1.0", now: "0.2.0" });
  expect(text).toMatch(/^# Things 0\.1\.0 → 0\.2\.0\n\n## Breaking changes\n\n### GET \/things\n\n- /);
  expect(text).not.toContain("100%");
  expect(text).toContain("The field `name` is called `owner` now");
});
