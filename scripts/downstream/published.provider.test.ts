import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "@git-tokens/spec-tools/codegen/generate";
import { compile } from "@git-tokens/spec-tools/fixtures/compile";
import { providersUnderTest } from "@git-tokens/spec-tools/fixtures/providers-under-test";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { validateJson } from "@git-tokens/spec-tools/lint/redocly";
import { generatorTools } from "@git-tokens/workspace/tool-set";
import { beforeAll, describe, expect, it } from "vitest";
import { named } from "./operation.ts";
import { fallsAt } from "./result.ts";
import { subjectsOf } from "./subject.ts";
import { SAME } from "./typescript/type-program.ts";
import { quickTools } from "./typescript/typescript-tools.ts";

for (const place of await providersUnderTest()) {
  const subjects = await subjectsOf(place);

  describe(`the published files of ${place.name}`, () => {
    beforeAll(() => generatorTools.install());

    it.each(subjects)("are valid OpenAPI $form", async ({ file }) => {
      expect(await validateJson(file, await readFile(file, "utf8"))).toEqual([]);
    });

    it("give three generators the types that ours makes of them", async () => {
      const tools = quickTools();
      expect(tools).toHaveLength(3);
      const targets = subjects.map((subject) => ({ subject }));
      for (const tool of tools) {
        const results = await tool.attempt(targets, await folderWith({}));
        expect(results.map(({ tool: name, subject }) => [name, subject])).toEqual(
          subjects.map(({ name }) => [tool.name, name]),
        );
        expect(results.map(fallsAt)).toEqual(subjects.map(() => undefined));
      }
    });

    it("have the responses of the package in 3.0.3 too, and take all of its requests", async () => {
      const down = subjects.find(({ form }) => form === "3.0.3");
      if (down === undefined) throw new Error("there is no 3.0.3");
      const body = (operations: string, id: string): string =>
        `NonNullable<${operations}["${id}"]["requestBody"]>["content"]["application/json"]`;
      const lines = down.api.operations
        .map((one) => named(one))
        .map(({ id, status, hasRequest, hasResponse }) => {
          const response = (operations: string): string =>
            `${operations}["${id}"]["responses"][${status}]["content"]["application/json"]`;
          return [
            hasResponse ? `export const ${id}: Same<"${id}", ${response("Down")}, ${response("Ours")}> = true;` : "",
            hasRequest ? `export const to_${id} = (body: ${body("Ours", id)}): ${body("Down", id)} => body;` : "",
          ].join("\n");
        });
      const folder = await folderWith({
        "same.ts": SAME,
        "down.ts": (await generate(down.api)).get("schema.gen.ts") ?? "",
        "ours.ts": await readFile(join(place.packageFolder, "src/generated/schema.gen.ts"), "utf8"),
        "program.ts": `import type { operations as Down } from "./down.ts";
import type { operations as Ours } from "./ours.ts";
import type { Same } from "./same.ts";
${lines.join("\n")}`,
      });
      const compilerOptions = {
        noEmit: true,
        strict: true,
        skipLibCheck: true,
        allowImportingTsExtensions: true,
        module: "nodenext",
        types: [],
      };
      await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
      expect(await compile(folder)).toMatchObject({ code: 0, stdout: "" });
    });
  });
}
