import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { afterEach, expect, it, vi } from "vitest";
import { callsOf } from "../call.ts";
import { FAULTS } from "../faults.ts";
import { collections } from "../readers/collections.ts";
import { pages } from "../readers/pages.ts";
import { servers } from "../readers/servers.ts";
import { validators } from "../readers/validators.ts";
import { subjectsOf } from "../subject.ts";
import { fetchGenerators } from "../typescript/fetch-generators.ts";
import { otherGenerators } from "../typescript/other-generators.ts";
import { programCall } from "./check-language.ts";
import { whyMissing } from "./debian.ts";
import { plainQuoted, quoted, snake } from "./generator.ts";
import { openApiGenerators } from "./openapi-generator.ts";
import { redoclyGenerators } from "./redocly-generators.ts";

const generators = [...redoclyGenerators, ...openApiGenerators];

afterEach(() => vi.unstubAllEnvs());

it.each([
  ["editGitToken", "edit_git_token"],
  ["list", "list"],
])("names %s in Python and Ruby", (name, other) => {
  expect(snake(name)).toBe(other);
});

it("quotes a text so that nothing in it is read as code", () => {
  expect(quoted('a "b" \\ \n')).toBe('"a \\"b\\" \\\\ \\n"');
  expect(plainQuoted("it's $a #{b} \\")).toBe("'it\\'s $a #{b} \\\\'");
});

it("says what is missing where nothing can be installed", async () => {
  const folder = await folderWith({});
  await symlink("/bin/sh", join(folder, "sh"));
  vi.stubEnv("PATH", folder);
  expect(await whyMissing({ command: "no-such-compiler", packages: [] })).toBe(
    "there is no no-such-compiler, and no apt-get to install it with",
  );
  expect(await whyMissing({ command: "sh", packages: ["no-such-library"] })).toMatch(
    /^there is no Debian to take no-such-library from$/,
  );
});

it("has a fault only for tools that are tried, once for each form", () => {
  const readers = [...validators, ...collections, ...servers, ...pages];
  const names = [...generators, ...fetchGenerators, ...otherGenerators, ...readers].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(FAULTS.filter(({ tool }) => !names.includes(tool))).toEqual([]);
});

it("writes a program with every call for every generator that runs", async () => {
  for (const place of await providers()) {
    for (const subject of await subjectsOf(place)) {
      const calls = callsOf(subject).map((call) => programCall(call, subject));
      const code = { files: [], text: () => "package made;", properties: [] };
      for (const { name, files, run } of generators.filter(({ run }) => run !== undefined)) {
        const program = Object.values(files(calls, code)).join("\n");
        const missing = calls.filter((call) => !program.includes(call.name));
        expect([name, run, missing]).toEqual([name, run, []]);
      }
    }
  }
});
