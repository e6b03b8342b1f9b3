import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { generate } from "../codegen/generate.ts";
import { write } from "../codegen/output.ts";
import { renderJobs } from "../codegen/render-jobs.ts";
import { type Change, sample } from "../fixtures/sample.ts";
import { runToEnd } from "../system/run.ts";
import { type TemporaryFolder, temporaryFolder } from "../system/temporary-folder.ts";
import type { Checked } from "./suite.fixture.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const VITEST = fileURLToPath(new URL("../../../../node_modules/vitest/vitest.mjs", import.meta.url));

interface Outcome {
  readonly passed: number;
  /** The failed cases and their reasons, one line each. */
  readonly failed: readonly string[];
}

interface Report {
  readonly testResults: readonly {
    /** Why it did not begin. */
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      /** From the outermost on. */
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** An operation that is new. */
const PING: Change = [
  "paths:\n",
  `paths:
  /ping:
    get:
      operationId: ping
      responses:
        "200":
          description: Pong.
          content:
            application/json:
              schema: { type: object, properties: { pong: { type: boolean } } }
              examples:
                pong: { value: { pong: true } }
`,
];

/** The version of the sample that each package is checked against, and the one that it is generated from. */
type Packages = Readonly<Record<string, readonly [spec: string, packageSpec: string]>>;

const PACKAGES: Packages = {
  good: [sample(), sample()],
  "with a new operation": [sample(PING), sample(PING)],
  "without the new operation": [sample(PING), sample()],
  "with an example without a name": same(
    sample([
      "              examples:\n                healthy:\n                  value: { healthy: true }\n",
      "              example: { healthy: true }\n",
    ]),
  ),
  "without other examples": same(
    sample(
      ["            examples:\n              shopping:\n                value: { title: Shopping }\n", ""],
      [
        "              examples:\n                missing:\n                  value: { reason: There is no such note. }\n",
        "",
      ],
      ["          examples:\n            ten:\n              value: 10\n", ""],
    ),
  ),
  "with a wrong example and another prefix": [
    sample(["key: example-key-shown-once", "key: 3"]),
    sample(['x-prefix: "Key "', 'x-prefix: "Token "']),
  ],
};

function same(spec: string): readonly [string, string] {
  return [spec, spec];
}

let report: Report;
let folder: TemporaryFolder;

beforeAll(async () => {
  folder = await temporaryFolder("contract");
  report = await check(PACKAGES);
}, 120_000);
afterAll(() => folder.remove());

/** Runs the whole suite on packages, in one process. */
async function check(packages: Packages): Promise<Report> {
  const list = join(await mkdtemp(join(folder.path, "list-")), "checked.json");
  const checked: Checked[] = [];
  for (const [name, [spec, packageSpec]] of Object.entries(packages)) {
    const own = await mkdtemp(join(folder.path, "package-"));
    const [specFile, packageFile, generated] = [
      join(own, "sample.yaml"),
      join(own, "of/sample.yaml"),
      join(own, "gen"),
    ];
    await Promise.all([join(own, "of"), generated].map((path) => mkdir(path)));
    await Promise.all([writeFile(specFile, spec), writeFile(packageFile, packageSpec)]);
    await write(await renderJobs([{ spec: packageFile, outputs: [{ folder: generated, render: generate }] }]));
    checked.push({ name, spec: specFile, generated });
  }
  await writeFile(list, JSON.stringify(checked));
  const said = `${list}.report`;
  const args = ["run", "--root", HERE, "--config", "config.fixture.ts", "--reporter=json", `--outputFile=${said}`];
  await runToEnd(process.execPath, [VITEST, ...args], { cwd: HERE, env: { CHECKED_PACKAGES: list } });
  return JSON.parse(await readFile(said, "utf8"));
}

function suite(name: string): Outcome {
  const own = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ ancestorTitles }) => ancestorTitles[0] === name);
  const failed = own
    .filter(({ status }) => status !== "passed")
    .map(({ ancestorTitles, title, failureMessages: [why = ""] }) =>
      [...ancestorTitles.slice(1), `${title}: ${why.split("\n")[0]}`].join(" "),
    );
  return { passed: own.length - failed.length, failed };
}

it("passes for a package that is generated from its spec, and tests an operation as soon as the spec has it", () => {
  const [before, after] = [suite("good"), suite("with a new operation")];
  expect(before.failed).toEqual([]);
  expect(after.failed).toEqual([]);
  expect(after.passed).toBeGreaterThan(before.passed + 8);
});

it("passes where an example has no name", () => {
  expect(suite("with an example without a name")).toEqual({ failed: [], passed: suite("good").passed });
});

it("fails if the package lacks an operation of the spec", () => {
  const { failed } = suite("without the new operation");
  expect(failed).toContainEqual(expect.stringMatching(/^exports every operation of the spec, and no other: /));
  expect(failed).toContainEqual(
    expect.stringMatching(/^ping returns the same from its standalone .*ping is not exported/),
  );
});

it("does not begin if a success has no example", async () => {
  const example = "              examples:\n                healthy:\n                  value: { healthy: true }\n";
  const { testResults } = await check({ "without an example": same(sample([example, ""])) });
  expect(testResults.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /^getStatus: the success 200 has no example, so there is no case to run; add one to the spec/,
    ),
  ]);
});

it("fails if a request body, an error body or a parameter has no example", () => {
  const { failed } = suite("without other examples");
  for (const says of [
    /^replaceNote .*replaceNote: the request body has no example/,
    /^getNote throws the documented 404, typed: .*getNote: the error 404 has no example/,
    /^listNotes .*listNotes: the parameter limit has no example/,
  ]) {
    expect(failed).toContainEqual(expect.stringMatching(says));
  }
});

it("fails if an example breaks its schema, or a credential is not sent as the spec says", () => {
  const { failed } = suite("with a wrong example and another prefix");
  expect(failed).toContainEqual(
    expect.stringMatching(/^createNote returns the documented success with session: .*500/),
  );
  expect(failed).toContainEqual(
    expect.stringMatching(/^deleteNote returns the documented success with api-key: .*401/),
  );
});
