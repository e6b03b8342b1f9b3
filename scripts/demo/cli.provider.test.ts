import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { providersUnderTest } from "@git-tokens/spec-tools/fixtures/providers-under-test";
import { type Ending, runToEnd } from "@git-tokens/spec-tools/system/run";
import { beforeAll, expect, it } from "vitest";

const CLI = fileURLToPath(new URL("cli.ts", import.meta.url));

/** Runs the command on the sources of the packages, so that it needs no build. Its output is not a terminal. */
function demo(options: { readonly preload?: string; readonly color?: string } = {}): Promise<Ending> {
  const preload = options.preload ? ["--import", `data:text/javascript,${encodeURIComponent(options.preload)}`] : [];
  const env = { NO_COLOR: undefined, FORCE_COLOR: options.color };
  const only = process.env.PROVIDER_UNDER_TEST ?? "";
  return runToEnd(process.execPath, ["--conditions=@git-tokens/source", ...preload, CLI, "--only", only], { env });
}

const STEP = /^ {2}[✓✗] [ \d]{5} ms {2}(\w+) /;

/** The positions after two or more spaces; they are columns if the neighbouring lines have them too. */
const startsIn = (line: string): readonly number[] => [...line.matchAll(/(?<= {2})\S/g)].map(({ index }) => index);

/** What it shows when all goes well. */
let shown: Ending;
beforeAll(async () => {
  shown = await demo();
});

it("shows the provider, every step aligned, without colour if there is no terminal", async () => {
  const { code, stdout, stderr } = shown;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).not.toContain("\u001b");

  const specs = await Promise.all((await providersUnderTest()).map(({ spec }) => describeFile(spec)));
  const sections = stdout.trim().split("\n\n");
  const last = sections.pop();
  expect(sections).toHaveLength(specs.length);
  for (const [index, { operations }] of specs.entries()) {
    const [heading, ...steps] = sections[index]?.split("\n") ?? [];
    expect(heading).toMatch(/^\S.* {2}http:\/\/127\.0\.0\.1:\d+$/);
    const ids = operations.map(({ id }) => id);
    for (const step of steps) expect(ids).toContain(STEP.exec(step)?.[1]);
    const [first = [], ...others] = steps.map(startsIn);
    const columns = first.filter((start) => others.every((starts) => starts.includes(start)));
    // Mark, operation, topic and result; the time is aligned to the right of its column.
    expect(columns.length).toBeGreaterThanOrEqual(4);
  }
  const count = stdout.split("\n").filter((line) => STEP.test(line)).length;
  expect(count).toBeGreaterThan(1);
  expect(last).toMatch(new RegExp(`^${count} of ${count} steps passed, \\d+\\.\\d s$`));
});

it("shows no secret from the examples of the specs, and no credential", async () => {
  const { stdout } = shown;
  const specs = await Promise.all((await providersUnderTest()).map(({ spec }) => describeFile(spec)));
  const bodies = specs.flatMap(({ operations }) =>
    operations.flatMap(({ requestBody, responses }) =>
      [requestBody, ...responses].flatMap((one) => one?.contents ?? []),
    ),
  );
  const secrets = bodies.flatMap(({ examples, secrets: { fields } }) =>
    examples.flatMap(({ value }) => fields.flatMap((name) => textsUnder(value, name))),
  );
  expect(stdout).not.toBe("");
  for (const secret of [...secrets, "demo-credential"]) expect(stdout).not.toContain(secret);
});

it("exits with 1 if steps fail, and shows each error on its line", async () => {
  // Every response comes from a teapot: no step can pass.
  const preload = 'globalThis.fetch = async () => new Response("", { status: 418 });';
  const { code, stdout } = await demo({ preload, color: "1" });
  expect(code).toBe(1);
  expect(stdout).toContain("\u001b[31m✗");
  const steps = stripVTControlCharacters(stdout)
    .split("\n")
    .filter((line) => STEP.test(line));
  expect(steps.length).toBeGreaterThan(1);
  for (const step of steps) expect(step).toMatch(/✗ .* \w+Error: \w+: ./);
  // The first steps reach the teapot; the others miss the results of the first.
  expect(steps.filter((step) => step.includes("418")).length).toBeGreaterThan(0);
  expect(stdout).toContain(`0 of ${steps.length} steps passed, `);
});

/** The strings below a property name, at any depth. */
function textsUnder(node: unknown, name: string): readonly string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === name && typeof value === "string" ? [value] : textsUnder(value, name),
  );
}
