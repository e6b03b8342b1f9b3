import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeFile } from "../description/describe-api.ts";
import { compile } from "../fixtures/compile.ts";
import { providersUnderTest } from "../fixtures/providers-under-test.ts";
import { folderWith } from "../fixtures/sample.ts";
import { STRICT_USER } from "../fixtures/strict-user.ts";
import { clientCode } from "./client-code.ts";
import { typescriptCall } from "./typescript-call.ts";

describe.each(await providersUnderTest())("the reference of $name", ({ name, spec, packageFolder }) => {
  it("shows a client and calls that compile", async () => {
    const folder = await folderWith({ "package.json": '{ "type": "module" }' });
    await mkdir(join(folder, "node_modules/@git-tokens"), { recursive: true });
    await symlink(packageFolder, join(folder, "node_modules/@git-tokens", name));
    const api = await describeFile(spec);
    const calls = api.operations.map((operation) => typescriptCall(api, operation));
    expect(calls.length).toBeGreaterThan(0);
    const functions = calls.map((call, index) => `export async function call${index}() {\n${call}\n}`);
    const code = [clientCode(api, `@git-tokens/${name}`), ...functions].join("\n");
    await writeFile(join(folder, "main.ts"), code);
    const options = { ...STRICT_USER, noPropertyAccessFromIndexSignature: false };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["main.ts"] }));
    expect(await compile(folder)).toMatchObject({ code: 0, stdout: "" });
  });
});
