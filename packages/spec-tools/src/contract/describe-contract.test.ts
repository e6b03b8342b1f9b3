import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { generate } from "../codegen/generate.ts";
import { write } from "../codegen/output.ts";
import { renderJobs } from "../codegen/render-jobs.ts";
import { type Change, folderWith, sample } from "../fixtures/sample.ts";
import { runToEnd } from "../system/run.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const VITEST = fileURLToPath(new URL("../../../../node_modules/vitest/vitest.mjs", import.meta.url));

interface Outcome {
  readonly passed: number;
  /** The failed cases and their reasons, one line each. */
  readonly failed: readonly string[];
}

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Runs the whole suite on a package that is generated from one version of the sample, and checked against another. */
async function suite(spec: string, packageSpec = spec): Promise<Outcome> {
  const folder = await folderWith({ "spec/sample.yaml": spec, "package/sample.yaml": packageSpec });
  const generated = join(folder, "generated");
  await mkdir(generated);
  await write(
    await renderJobs([
      { spec: join(folder, "package/sample.yaml"), outputs: [{ folder: generated, render: generate }] },
    ]),
  );
  const report = join(folder, "report.json");
  const args = ["run", "--root", HERE, "--config", "config.fixture.ts", "--reporter=json", `--outputFile=${report}`];
  const env = { SAMPLE_SPEC: join(folder, "spec/sample.yaml"), SAMPLE_GENERATED: generated };
  await runToEnd(process.execPath, [VITEST, ...args], { cwd: HERE, env });
  const { numPassedTests, testResults }: Report = JSON.parse(await readFile(report, "utf8"));
  const cases = testResults.flatMap(({ message, assertionResults }) => [
    ...(message ? [`the suite: ${message}`] : []),
    ...assertionResults
      .filter(({ status }) => status !== "passed")
      .map(({ fullName, failureMessages: [why = ""] }) => `${fullName.trim()}: ${why.split("\n")[0]}`),
  ]);
  return { passed: numPassedTests, failed: cases };
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

it("passes for a package that is generated from its spec, and tests an operation as soon as the spec has it", async () => {
  const before = await suite(sample());
  expect(before.failed).toEqual([]);
  const after = await suite(sample(PING));
  expect(after.failed).toEqual([]);
  expect(after.passed).toBeGreaterThan(before.passed + 8);
});

it("passes where an example has no name", async () => {
  const spec = sample([
    "              examples:\n                healthy:\n                  value: { healthy: true }\n",
    "              example: { healthy: true }\n",
  ]);
  const { failed, passed } = await suite(spec);
  expect(failed).toEqual([]);
  expect(passed).toBeGreaterThan(0);
});

it("fails if the package lacks an operation of the spec", async () => {
  const { failed } = await suite(sample(PING), sample());
  expect(failed).toContainEqual(expect.stringMatching(/^exports every operation of the spec, and no other: /));
  expect(failed).toContainEqual(
    expect.stringMatching(/^ping returns the same from its standalone .*ping is not exported/),
  );
});

it("fails if a success has no example", async () => {
  const spec = sample([
    "              examples:\n                healthy:\n                  value: { healthy: true }\n",
    "",
  ]);
  const says =
    /the suite: .*getStatus: the success 200 has no example, so there is no case to run; add one to the spec/;
  expect((await suite(spec)).failed).toContainEqual(expect.stringMatching(says));
});

it("fails if a request body, an error body or a parameter has no example", async () => {
  const { failed } = await suite(
    sample(
      ["            examples:\n              shopping:\n                value: { title: Shopping }\n", ""],
      [
        "              examples:\n                missing:\n                  value: { reason: There is no such note. }\n",
        "",
      ],
      ["          examples:\n            ten:\n              value: 10\n", ""],
    ),
  );
  for (const says of [
    /^replaceNote .*replaceNote: the request body has no example/,
    /^getNote throws the documented 404, typed: .*getNote: the error 404 has no example/,
    /^listNotes .*listNotes: the parameter limit has no example/,
  ]) {
    expect(failed).toContainEqual(expect.stringMatching(says));
  }
});

it("fails if an example breaks its schema, or a credential is not sent as the spec says", async () => {
  const spec = sample(["key: example-key-shown-once", "key: 3"]);
  const { failed } = await suite(spec, sample(['x-prefix: "Key "', 'x-prefix: "Token "']));
  expect(failed).toContainEqual(
    expect.stringMatching(/^createNote returns the documented success with session: .*500/),
  );
  expect(failed).toContainEqual(
    expect.stringMatching(/^deleteNote returns the documented success with api-key: .*401/),
  );
});
