import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CommandError, wordsOf } from "@git-tokens/spec-tools/system/run";
import { consumerTools } from "@git-tokens/workspace/tool-set";
import type { Check } from "./check.ts";
import { run } from "./command.ts";

/** A test as a user writes it, with what it needs from our packages in place of `IMPORTS`. */
const TEST = `IMPORTS
const notes = { name: "notes", server: "https://notes.example.com", auth: { key: { header: "x-api-key", prefix: "" } }, secrets: [] };
const getStatus = defineOperation({ name: "getStatus", method: "GET", path: "/status", effect: "read" });

test("retries a request whose response was lost", async () => {
  const service = testTransport({ getStatus }, { getStatus: [lost.reset, { healthy: true }] });
  const options = { ...service.options, auth: { key: "made-up-key" }, retry: { minWait: 1, maxWait: 2 } };
  expect(await getStatus(createClient(notes, options))).toEqual({ healthy: true });
  expect(service.requests).toHaveLength(2);
});
`;

const NAMES = {
  "@git-tokens/core": "createClient, defineOperation",
  "@git-tokens/core/testing": "lost, testTransport",
} as const;

const written = (line: (names: string, from: string) => string): string =>
  Object.entries(NAMES)
    .map(([from, names]) => line(names, JSON.stringify(from)))
    .join("\n");

const FORMS = {
  module: written((names, from) => `import { ${names} } from ${from};`),
  commonjs: written((names, from) => `const { ${names} } = require(${from});`),
} as const;

interface JestSetting {
  readonly title: string;
  /** The package of the test environment. */
  readonly environment: "jest-environment-node" | "jest-environment-jsdom" | "jest-fixed-jsdom";
  readonly form?: keyof typeof FORMS;
  /** What the run says where it cannot pass. */
  readonly lacks?: string;
}

const SETTINGS: readonly JestSetting[] = [
  { title: "Jest 30, Node", environment: "jest-environment-node" },
  { title: "Jest 30, Node, `require()` from CommonJS", environment: "jest-environment-node", form: "commonjs" },
  { title: "Jest 30, jsdom with the globals of Node (jest-fixed-jsdom)", environment: "jest-fixed-jsdom" },
  {
    title: "Jest 30, jsdom alone: says what is missing",
    environment: "jest-environment-jsdom",
    lacks: "this environment lacks ReadableStream, Response, TextDecoder, TextEncoder",
  },
];

const check = ({ title, environment, form = "module", lacks }: JestSetting): Check => ({
  title,
  check: async ({ folder, signal }) => {
    const project = join(folder, `jest-${SETTINGS.findIndex((setting) => setting.title === title)}`);
    await mkdir(project);
    const manifest = {
      type: form,
      jest: { rootDir: ".", testEnvironment: consumerTools.file(environment), transform: {} },
    };
    await writeFile(join(project, "package.json"), JSON.stringify(manifest));
    await writeFile(join(project, "notes.test.js"), TEST.replace("IMPORTS", FORMS[form]));
    const jest = [consumerTools.file("jest/bin/jest.js"), "--ci"];
    // The one thing that a user has to set.
    const env = { NODE_OPTIONS: "--experimental-vm-modules" };
    const ran = run(process.execPath, jest, { cwd: project, env, signal });
    if (lacks === undefined) return void (await ran);
    const said = await ran.then(
      () => "it passed",
      (error: unknown) => {
        if (!(error instanceof CommandError)) throw error;
        return wordsOf(error.ending);
      },
    );
    if (!said.includes(lacks)) throw new Error(`expected "${lacks}", saw ${said}`);
  },
});

/** A test of a user's own runs under Jest, or is told what is missing. */
export const JEST_CHECKS: readonly Check[] = SETTINGS.map(check);
