import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { runToEnd } from "@git-tokens/spec-tools/system/run";
import { expect, it } from "vitest";

const CLI = fileURLToPath(new URL("licenses-cli.ts", import.meta.url));

it.each([
  ["fails", "echo no store >&2; exit 3", "no store"],
  ["names nothing", "echo {}", "lists no dependency at all"],
])("says so if pnpm %s", async (_, script, said) => {
  const bin = await folderWith({ pnpm: `#!/bin/sh\n${script}\n` });
  await chmod(join(bin, "pnpm"), 0o755);
  const { code, stderr } = await runToEnd(process.execPath, [CLI], { env: { PATH: bin } });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^lint:licenses: `pnpm --filter \.\/packages\/\* --filter \S+ licenses list --prod.*` /);
  expect(stderr).toContain(said);
  expect(stderr).not.toMatch(/^ {4}at /m);
});
