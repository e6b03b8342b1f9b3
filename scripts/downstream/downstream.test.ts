import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { run, runToEnd } from "@git-tokens/spec-tools/system/run";
import { ROOT } from "@git-tokens/workspace/paths";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Call } from "./call.ts";
import { explain } from "./controls.ts";
import { FAULTS } from "./faults.ts";
import { downstreamPage } from "./page.ts";
import { fallsAt, type Result, reached } from "./result.ts";
import { type Seen, type Service, startService } from "./service.ts";
import { type Subject, subjectsOf } from "./subject.ts";
import type { Tool } from "./tool.ts";

const CLI = fileURLToPath(new URL("cli.ts", import.meta.url));
const places = await providers();
const subjects = (await Promise.all(places.map(subjectsOf))).flat();

const result = (stages: Result["stages"], subject = "a-3.1"): Result => ({ tool: "maker", subject, stages });

it("knows how far a tool came, and where it fell", () => {
  expect(reached(result({ generates: [], compiles: ["no"] }))).toBe("generates");
  expect(fallsAt(result({ generates: [], compiles: ["no"] }))).toEqual(["compiles", ["no"]]);
  expect(reached(result({ generates: ["no"] }))).toBeUndefined();
  expect(reached(result({ generates: [], compiles: [], runs: [], right: [] }))).toBe("right");
});

describe.each(subjects)("the calls for $name", (subject) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(subject);
  });
  afterAll(() => service.close());

  /** What a right client sees, with something else for one call. */
  const makeCalls = async (change: (call: Call) => Partial<Call> & { readonly seen?: Partial<Seen> }) => {
    const seen: Seen[] = [];
    for (const call of service.calls) {
      const { seen: instead, ...other } = change(call);
      const { operation, path, body, credential } = { ...call, ...other };
      const target = path.reduce((text, [name, value]) => text.replace(`{${name}}`, value), operation.path);
      const response = await fetch(service.url + target, {
        method: operation.method.toUpperCase(),
        headers: { [credential.header]: credential.value, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      seen.push({ name: call.name, status: response.status, body: text === "" ? "" : JSON.parse(text), ...instead });
    }
    return service.judge(seen);
  };

  it("read, write, use every credential, and are refused once", async () => {
    expect(await makeCalls(() => ({}))).toEqual([]);
    const { calls } = service;
    expect(new Set(calls.map(({ credential }) => credential.scheme))).toEqual(
      new Set([...subject.service.securitySchemes.keys()]),
    );
    expect(new Set(calls.map(({ operation }) => operation.id))).toEqual(
      new Set(subject.api.operations.map(({ id }) => id)),
    );
    expect(new Set(calls.map(({ name }) => name)).size).toBe(calls.length);
  });

  it("notice a wrong status, a wrong body, a failure and a call that is missing", async () => {
    const [first, second] = service.calls;
    const at = (call: Call, seen: Partial<Seen>) => (one: Call) => (one === call ? { seen } : {});
    if (first === undefined || second === undefined) throw new Error("there are too few calls");
    expect(await makeCalls(at(first, { status: 418 }))).toEqual([
      expect.stringMatching(new RegExp(`^${first.name} has status 418 in place of 20\\d$`)),
    ]);
    expect(await makeCalls(at(first, { body: { x: 1 } }))).toEqual([`${first.name} gives {"x":1}`]);
    expect(await makeCalls(at(second, { failed: "no" }))).toEqual([`${second.name} failed: no`]);
    expect(await makeCalls(at(second, { name: "other" }))).toEqual([`${second.name} was not called`]);
  });

  it("notice a wrong credential and a wrong body that was sent", async () => {
    const write = service.calls.find(({ body }) => body !== undefined);
    const first = service.calls.find((call) => call !== write);
    const wrong = await makeCalls((one) =>
      one === write ? { body: {} } : one === first ? { credential: { ...one.credential, value: "Wrong x" } } : {},
    );
    expect(wrong.join("\n")).toMatch(/with status 401/);
    expect(wrong.join("\n")).toMatch(/body[.\w]*: /);
  });
});

/** A tool that fails on everything in one way. */
const tool = (problem: string): Tool => ({
  name: "kubb",
  version: async () => "1.0.0",
  group: "Makers",
  attempt: async (targets) => targets.map(({ subject: { name } }) => result({ generates: [], runs: [problem] }, name)),
});

it("blames a tool only for what its control shows", async () => {
  const problem = "Unexpected end of JSON input";
  const failed = [["3.1", result({ generates: [], runs: [problem] })] as const];
  const folder = async (): Promise<string> => "unused";
  const [shown] = await explain(tool(problem), failed, folder);
  expect(shown?.fault?.control).toBe("empty-error-3.1");
  const [other] = await explain(tool("something else"), failed, folder);
  expect(other).toMatchObject({ stage: "runs", fault: undefined });
  const unknown = [["3.1", result({ generates: [], runs: ["new"] })] as const];
  expect(await explain(tool("new"), unknown, folder)).toMatchObject([{ fault: undefined }]);
  expect(await explain(tool(""), [["3.1", result({ generates: [] })]], folder)).toEqual([]);
});

it("has a control for every fault, and no other", async () => {
  const files = await readdir(new URL("controls", import.meta.url));
  const used = FAULTS.map(({ control }) => `${control}.json`);
  expect(files.sort()).toEqual([...new Set(used)].sort());
  const names = subjects.flatMap(({ api }) => [...api.schemas.keys()]);
  for (const file of files) {
    const text = await readFile(new URL(`controls/${file}`, import.meta.url), "utf8");
    expect(names.filter((name) => text.includes(`schemas/${name}"`))).toEqual([]);
  }
});

it("writes a table with a note for each cell that is not right", () => {
  const [one, two] = subjects;
  if (one === undefined || two === undefined) throw new Error("there are too few files");
  const good = result({ generates: [], compiles: [], runs: [], right: [] }, one.name);
  const bad: Result = {
    ...result({ generates: [], compiles: ["a | b\n c", "d"] }, two.name),
    skipped: "it is not here",
  };
  const failure = { result: bad, stage: "compiles", problems: ["a | b\n c", "d"], fault: undefined } as const;
  const targets = [one, two].map((subject: Subject) => ({ subject }));
  const page = downstreamPage(targets, [
    { tool: tool(""), version: "1.0.0", results: [good, bad], failures: [failure] },
  ]);
  expect(page).toContain("1 of 2 are right, 1 are not, and 0 could not be tried to the end.");
  expect(page).toContain("| kubb | 1.0.0 | right | generates [1] |");
  expect(page).toContain(`1. **maker** on ${two.name}: a | b c (and 1 more). Not explained`);
  expect(page).toContain("- maker: it is not here");
});

it("shows its help", async () => {
  expect(await run(process.execPath, [CLI, "--help"], { cwd: ROOT })).toMatch(/^Usage: downstream(.|\n)*--only/);
});

it("refuses an unknown option", async () => {
  const { code, stderr } = await runToEnd(process.execPath, [CLI, "--all"], { cwd: ROOT });
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^error: unknown option '--all'/)]);
});

it("refuses a tool that it does not know, and names those that it does, before it installs anything", async () => {
  const { code, stdout, stderr } = await runToEnd(process.execPath, [CLI, "--only", "maker"], { cwd: ROOT });
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^downstream: no tool is called maker; --only takes openapi-typescript, .*, Elements\n$/);
});
