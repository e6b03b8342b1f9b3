import { access, glob, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { readPages } from "@git-tokens/workspace/markdown-pages";
import { ROOT } from "@git-tokens/workspace/paths";
import { expect, it } from "vitest";
import { blocksOf } from "./blocks.ts";

/** A line that a reader would paste into a shell, and the folder for it, relative to the repository. */
interface Command {
  readonly path: string;
  readonly folder: string;
  readonly command: string;
}

/** The commands of the pages, and of the first lines of the examples. */
const commands: Command[] = (await readPages()).flatMap(({ path, text }) =>
  blocksOf(text)
    .filter(({ language }) => language === "sh")
    .flatMap(({ code }) => code.trim().split("\n"))
    .map((command) => ({ path, folder: "packages", command })),
);
for await (const path of glob("packages/*/examples/**/!(*.test).ts", { cwd: ROOT })) {
  const text = await readFile(join(ROOT, path), "utf8");
  const [comment = ""] = /\/\*\*.*?\*\//s.exec(text) ?? [];
  for (const [, command = ""] of comment.matchAll(/^ \* {5}(n.*|[A-Z].*)$/gm)) {
    commands.push({ path, folder: dirname(path), command });
  }
}

const published = ["core", ...(await providers()).map(({ name }) => name)].map((name) => `@git-tokens/${name}`);
const catalog = await readFile(join(ROOT, "pnpm-workspace.yaml"), "utf8");

/** How a command may begin, and the check of the rest. */
const KNOWN: readonly (readonly [start: RegExp, check: (rest: string, command: Command) => Promise<void> | void])[] = [
  [
    /^npm install (?:-D )?/,
    (names) => {
      for (const name of names.split(" ")) {
        if (name.startsWith("@git-tokens/")) expect(published).toContain(name);
        else expect(catalog).toMatch(new RegExp(`^ {2}"?${name}"?: `, "m"));
      }
    },
  ],
  [
    /^npx @git-tokens\/spec-tools /,
    async (rest) => {
      const commands = await readFile(join(ROOT, "packages/spec-tools/src/cli.ts"), "utf8");
      expect(commands).toMatch(new RegExp(`^  ${rest.split(" ")[0]}: \\{`, "m"));
    },
  ],
  [
    /^npx -y @stoplight\/prism-cli@5 mock node_modules\/@git-tokens\//,
    async (file, { folder }) => {
      expect(JSON.parse(await readFile(join(ROOT, folder, file), "utf8"))).toHaveProperty("openapi");
    },
  ],
  [
    /^(?:[A-Z_]+=\S+ )*node /,
    async (rest, { folder, command }) => {
      const text = await readFile(join(ROOT, folder, rest.split(" ")[0] ?? ""), "utf8");
      for (const [, name = ""] of command.matchAll(/([A-Z_]+)=/g)) expect(text).toContain(name);
    },
  ],
  [/^npx -y esbuild /, (rest, { folder }) => access(join(ROOT, folder, rest.split(" ")[0] ?? ""))],
];

it("finds commands", () => {
  expect(new Set(commands.map(({ path }) => path)).size).toBeGreaterThan(published.length - 1);
});

it.each(commands)("$path: $command", async (place) => {
  const { command } = place;
  const known = KNOWN.find(([start]) => start.test(command));
  expect(known, "this test does not know such a command").toBeDefined();
  await known?.[1](command.replace(known[0], ""), place);
});
