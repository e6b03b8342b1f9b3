import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { expect, it } from "vitest";
import { useRegistry } from "./use-registry.ts";

it("keeps the settings that are not about a registry", async () => {
  const folder = await folderWith({
    ".npmrc": "engine-strict=true",
    "pnpm-workspace.yaml": 'packages: ["a"]\n# Why.\nregistries: { "@other": "http://127.0.0.1:2/" }\n',
  });
  await useRegistry(folder, "http://127.0.0.1:1/");
  expect(await readFile(join(folder, ".npmrc"), "utf8")).toBe(
    "engine-strict=true\nregistry=http://127.0.0.1:1/\n@git-tokens:registry=http://127.0.0.1:1/\n//127.0.0.1:1/:_authToken=anybody\n",
  );
  const settings = await readFile(join(folder, "pnpm-workspace.yaml"), "utf8");
  expect(settings).toContain('packages: [ "a" ]\n# Why.\n');
  expect(settings).toContain('"@other": "http://127.0.0.1:2/"');
  expect(settings).toContain('"@git-tokens": http://127.0.0.1:1/');
});
