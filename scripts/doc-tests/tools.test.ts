import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { compile } from "@git-tokens/spec-tools/fixtures/compile";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { startMock } from "@git-tokens/spec-tools/mock/start-mock";
import { type Ending, run, runToEnd } from "@git-tokens/spec-tools/system/run";
import { ROOT } from "@git-tokens/workspace/paths";
import { expect, it, onTestFinished } from "vitest";
import { blocksOf } from "./blocks.ts";

const COMMAND = "npx @git-tokens/spec-tools ";
const page = await readFile(join(ROOT, "packages/spec-tools/README.md"), "utf8");
const blocks = blocksOf(page);

/** The code of the only block in a language. */
const only = (language: string): string => {
  const [block, ...others] = blocks.filter((one) => one.language === language);
  if (block === undefined || others.length > 0) throw new Error(`the manual has not one block of ${language}`);
  return block.code;
};

const commandLine = (code: string): readonly string[] => {
  expect(code.startsWith(COMMAND)).toBe(true);
  return [join(ROOT, "packages/spec-tools/src/cli.ts"), ...code.trim().slice(COMMAND.length).split(" ")];
};

/** The commands of the manual that end, each with what it prints first. */
const commands = blocks.flatMap(({ language, code, line }, index) => {
  const next = blocks[index + 1];
  return language === "sh" && !isServer(line) ? [{ code, says: next?.language === "text" ? next.code : "" }] : [];
});

/** Whether a command runs until it is stopped, as a comment above its block says. */
function isServer(line: number): boolean {
  return page.split("\n")[line - 3] === "<!-- server: 4010 -->";
}

/** A folder in which somebody follows the manual. */
async function reader(): Promise<string> {
  const folder = await folderWith({ "notes.yaml": only("yaml"), "package.json": '{ "type": "module" }' });
  await mkdir(join(folder, "node_modules/@git-tokens"), { recursive: true });
  await symlink(join(ROOT, "packages/core"), join(folder, "node_modules/@git-tokens/core"));
  await symlink(join(ROOT, "node_modules/@types"), join(folder, "node_modules/@types"));
  return folder;
}

/** Whether a command found something to do, which is no failure of the manual. */
const mayFind = (code: string): boolean => code.startsWith(`${COMMAND}lint`);

it("shows commands that work one after the other, and what they print", async () => {
  const folder = await reader();
  expect(commands.length).toBeGreaterThan(5);
  for (const { code, says } of commands) {
    const ending: Ending = await runToEnd(process.execPath, commandLine(code), { cwd: folder });
    expect([ending.code, code]).toEqual([mayFind(code) ? 1 : 0, code]);
    expect(ending.stdout).toContain(says);
    expect(ending.stderr).not.toMatch(/^ {4}at /m);
  }
}, 120_000);

it("shows a program that compiles and calls the service", async () => {
  const folder = await reader();
  const [generate] = commands;
  await run(process.execPath, commandLine(generate?.code ?? ""), { cwd: folder });
  await writeFile(join(folder, "main.ts"), only("ts"));
  const settings = { extends: join(ROOT, "tsconfig.base.json"), compilerOptions: { types: ["node"] } };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ ...settings, include: ["main.ts", "src"] }));
  expect(await compile(folder)).toMatchObject({ code: 0, stdout: "" });
  const mock = await startMock(await describeFile(join(folder, "notes.yaml")), { credentials: ["a-key"] });
  onTestFinished(() => mock.close());
  const env = { NOTES_URL: mock.url, NOTES_KEY: "a-key" };
  const said = await run(process.execPath, ["--conditions=@git-tokens/source", "main.ts"], { cwd: folder, env });
  expect(said).toBe("1: Buy milk\n2: Sleep\n");
});

it("shows a mock that answers until it is stopped", async () => {
  const folder = await reader();
  const [block, ...others] = blocks.filter(({ language, line }) => language === "sh" && isServer(line));
  expect(others).toEqual([]);
  const args = commandLine(block?.code ?? "").map((word) => (word === "4010" ? "0" : word));
  const server: ChildProcess = spawn(process.execPath, args, { cwd: folder });
  onTestFinished(() => void server.kill());
  if (!server.stdout) throw new Error("the mock has no output");
  let said = "";
  const url = await new Promise<string>((resolve) => {
    server.stdout?.on("data", (text: Buffer) => {
      said += text.toString();
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  const answer = await fetch(`${url}/notes`, { headers: { "x-notes-key": "anything" } });
  expect(await answer.json()).toEqual([
    { id: 1, text: "Buy milk" },
    { id: 2, text: "Sleep" },
  ]);
  server.kill("SIGINT");
  expect((await once(server, "exit"))[0]).toBe(0);
});

it("lists the exit codes that the command has", async () => {
  const { stdout } = await runToEnd(process.execPath, [join(ROOT, "packages/spec-tools/src/cli.ts"), "--help"]);
  const documented = [...page.matchAll(/^\| (\d) \|/gm)].map(([, code]) => code);
  expect(documented).toEqual(["0", "1", "2"]);
  for (const code of documented) expect(stdout).toMatch(new RegExp(`Exit codes:.*\\b${code} `));
});
