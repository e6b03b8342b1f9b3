import { join } from "node:path";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { expect, it } from "vitest";
import { assembleProgram } from "./assemble-program.ts";

it("names the missing part of a provider", async () => {
  const folder = await folderWith({ "consumer.ts": "export {};" });
  const place = { name: "notes", spec: "specs/notes.yaml", packageFolder: folder };
  const assembled = assembleProgram(join(folder, "program"), [place]);
  await expect(assembled).rejects.toThrow(UserError);
  await expect(assembled).rejects.toThrow(
    /^.* has no consumer\.test-d\.ts; write it, or remove the other part of the program$/,
  );
});
