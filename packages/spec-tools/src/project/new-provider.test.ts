import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { driftOf, write } from "../codegen/output.ts";
import { providerOutputs } from "../codegen/provider-outputs.ts";
import { renderJobs } from "../codegen/render-jobs.ts";
import { folderWith } from "../fixtures/sample.ts";
import { lintConfig } from "../lint/lint-config.ts";
import { lintSpecs } from "../lint/lint-specs.ts";
import { runToEnd } from "../system/run.ts";
import { newProvider } from "./new-provider.ts";

const service = (file: string): string => fileURLToPath(new URL(`../fixtures/services/${file}`, import.meta.url));
const own = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

/** A base path and another header; OAuth 2, lists and OpenAPI 3.0; basic, a key in the query, forms, pictures and Swagger 2.0. */
const SERVICES = { beacon: "beacon.yaml", harbour: "harbour.yaml", lantern: "lantern.json" } as const;

/** A folder that looks like this repository to the command. */
const repository = () =>
  folderWith({
    "packages/core/package.json": "{}",
    "packages/core/src/index.ts": "/** Requests of every client. */\nexport const sendWithRetry = 1;\n",
    "scripts/release/package.json": "{}",
    ".changeset/config.json": "{}",
    "specs/old.yaml": "openapi: 3.1.0\n",
  });

const make = async (root: string, name: string, spec: string) =>
  newProvider({ name, spec }, root, await folderWith({}));

/** All files below a folder, with their texts. */
async function filesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  return Object.fromEntries(files.map((file, index) => [file.slice(folder.length + 1), texts[index] ?? ""]));
}

describe("a new provider of this repository", () => {
  it("is a spec, a folder and a changeset; removing these leaves no trace", async () => {
    const root = await repository();
    const before = await filesOf(root);
    const { paths } = await make(root, "beacon", service("beacon.yaml"));
    expect(paths).toEqual(["specs/beacon.yaml", "packages/beacon", ".changeset/new-beacon.md"]);
    expect(await readFile(join(root, ".changeset/new-beacon.md"), "utf8")).toContain('"@git-tokens/beacon": minor');
    for (const path of paths) await rm(join(root, path), { recursive: true });
    expect(await filesOf(root)).toEqual(before);
  });

  it("keeps a spec that lacks nothing byte for byte", async () => {
    const root = await repository();
    const { asGiven } = await make(root, "beacon", service("beacon.yaml"));
    expect(asGiven).toBe(true);
    expect(await readFile(join(root, "specs/beacon.yaml"), "utf8")).toBe(
      await readFile(service("beacon.yaml"), "utf8"),
    );
  });

  it.each(Object.entries(SERVICES))(
    "has nothing but its spec and its README to write by hand: %s",
    async (name, file) => {
      const root = await repository();
      await make(root, name, service(file));
      const folder = join(root, "packages", name);
      const whole = await filesOf(folder);
      await rm(folder, { recursive: true });
      await mkdir(folder, { recursive: true });
      for (const kept of ["README.md", "redocly.yaml"]) {
        if (kept in whole) await writeFile(join(folder, kept), whole[kept] ?? "");
      }
      await write(
        await renderJobs([{ spec: join(root, `specs/${name}.yaml`), outputs: providerOutputs(folder, "repository") }]),
      );
      expect(await filesOf(folder)).toEqual(whole);
    },
  );

  it.each(Object.entries(SERVICES))(
    "passes the linter, by turning off what its spec breaks: %s",
    async (name, file) => {
      const root = await repository();
      const { exceptions } = await make(root, name, service(file));
      expect(existsSync(join(root, "packages", name, "redocly.yaml"))).toBe(exceptions.length > 0);
      expect(await lintSpecs([join(root, `specs/${name}.yaml`)], lintConfig(root))).toEqual([]);
    },
  );

  it("keeps the name, the version and the tools of a package.json that is changed by hand", async () => {
    const root = await repository();
    await make(root, "beacon", service("beacon.yaml"));
    const file = join(root, "packages/beacon/package.json");
    const manifest = JSON.parse(await readFile(file, "utf8"));
    const changed = { ...manifest, version: "1.2.3", description: "Of our own", exports: {} };
    await writeFile(
      file,
      JSON.stringify({ ...changed, devDependencies: { ...manifest.devDependencies, pino: "catalog:" } }),
    );
    const job = {
      spec: join(root, "specs/beacon.yaml"),
      outputs: providerOutputs(join(root, "packages/beacon"), "repository"),
    };
    const outputs = await renderJobs([job]);
    expect((await driftOf(outputs)).map((drift) => drift.file)).toEqual([file]);
    await write(outputs);
    const written = JSON.parse(await readFile(file, "utf8"));
    expect(written).toMatchObject({ version: "1.2.3", description: "Of our own", exports: manifest.exports });
    expect(written.devDependencies).toMatchObject({ pino: "catalog:", vitest: "catalog:" });
  });
});

it("holds a package to its spec, in a project of somebody else", async () => {
  const root = await folderWith({ "package.json": "{}" });
  for (const [name, file] of Object.entries(SERVICES)) {
    await make(root, name, service(file));
    const modules = join(root, "packages", name, "node_modules");
    await mkdir(join(modules, "@git-tokens"), { recursive: true });
    for (const link of ["@git-tokens/core", "@git-tokens/spec-tools", "vitest"]) {
      await symlink(
        own(link === "vitest" ? "node_modules/vitest" : link.replace("@git-tokens", "packages")),
        join(modules, link),
      );
    }
  }
  const conditions = '{ conditions: ["@git-tokens/source"] }';
  const settings = `export default { resolve: ${conditions}, ssr: { resolve: ${conditions} } };`;
  await writeFile(join(root, "vitest.config.mjs"), settings);
  const report = join(root, "report.json");
  await runToEnd(
    process.execPath,
    [own("node_modules/vitest/vitest.mjs"), "run", "--reporter=json", `--outputFile=${report}`],
    {
      cwd: root,
    },
  );
  const { numPassedTests, testResults } = JSON.parse(await readFile(report, "utf8"));
  const failed = testResults.flatMap(({ message, assertionResults }: Report) => [
    ...(message ? [message] : []),
    ...assertionResults
      .filter(({ status }) => status !== "passed")
      .map(({ fullName, failureMessages }) => [fullName, failureMessages]),
  ]);
  expect(JSON.stringify(failed, null, 1).slice(0, 3000)).toEqual("[]");
  expect(numPassedTests).toBeGreaterThan(60);
});

interface Report {
  readonly message: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages: readonly string[];
  }[];
}

describe("what cannot become a provider", () => {
  it.each([
    ["", /lower-case words/],
    ["Beacon", /lower-case words/],
    ["bea_con", /lower-case words/],
    ["-beacon", /lower-case words/],
    ["bea--con", /lower-case words/],
    ["../beacon", /lower-case words/],
    ["2beacon", /lower-case words/],
    ["b".repeat(51), /lower-case words/],
    ["old", /specs\/old\.yaml exists/],
    ["core", /packages\/core exists/],
    ["release", /scripts\/release exists/],
    ["client", /the type Client, which the core exports/],
    ["call", /the type CallOptions, which the core exports/],
    ["requests-of-others", /packages\/core\/src\/index\.ts uses the word/],
    ["alert", /the type Alert, and so does the schema Alert of the spec/],
  ])("the name %j", async (name, why) => {
    const root = await repository();
    const before = await filesOf(root);
    const made = make(root, name, service("beacon.yaml"));
    await expect(made).rejects.toThrow(`"${name}" cannot be the name of a provider: `);
    await expect(made).rejects.toThrow(why);
    await expect(made).rejects.toThrow(/; choose another name$/);
    expect(await filesOf(root)).toEqual(before);
  });

  it.each([
    ["is not there", undefined, /nowhere\.yaml/],
    ["is no description", "just: a text", /no OpenAPI|openapi|swagger/i],
    [
      "has no operation",
      "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: {}\n",
      /no operation that can be served/,
    ],
    [
      "has an operation that cannot be served",
      "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: { /a: { trace: { responses: { '200': { description: A } } } } }\n",
      /\.yaml:3:\d+ .*TRACE/i,
    ],
    [
      "has a schema that no example fits",
      "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: { /a: { get: { responses: { '200': { description: A, content: { application/json: { schema: { type: string, minLength: 5, maxLength: 2 } } } } } } } }\n",
      /\.yaml:3:\d+ no example can be made of the schema of the response 200 of \w+; write one/,
    ],
  ])("a spec that %s", async (_, text, says) => {
    const root = await repository();
    const before = await filesOf(root);
    const spec = text === undefined ? "nowhere.yaml" : join(await folderWith({ "given.yaml": text }), "given.yaml");
    await expect(make(root, "beacon", spec)).rejects.toThrow(says);
    expect(await filesOf(root)).toEqual(before);
  });

  it("a folder that cannot be written: what was made is gone", async () => {
    const root = await repository();
    await rm(join(root, "packages"), { recursive: true });
    await writeFile(join(root, "packages"), "a file");
    await expect(make(root, "beacon", service("beacon.yaml"))).rejects.toThrow(/cannot be written/);
    expect(existsSync(join(root, "specs/beacon.yaml"))).toBe(false);
  });
});

it("leaves out what cannot be served where that is asked for, and says so", async () => {
  const text = (await readFile(service("beacon.yaml"), "utf8")).replace(
    "paths:\n",
    "paths:\n  /never:\n    trace:\n      responses: { '200': { description: Never. } }\n",
  );
  const spec = join(await folderWith({ "beacon.yaml": text }), "beacon.yaml");
  const root = await repository();
  const { notes } = await newProvider({ name: "beacon", spec, skipUnsupported: true }, root, await folderWith({}));
  expect(notes).toMatchObject([{ line: 18 }]);
  expect(await readFile(join(root, "specs/beacon.yaml"), "utf8")).not.toContain("trace");
});
