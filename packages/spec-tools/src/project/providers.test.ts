import { join, relative } from "node:path";
import { expect, it } from "vitest";
import { folderWith } from "../fixtures/sample.ts";
import { providers } from "./providers.ts";

it("finds a provider for every YAML file of specs/, by name, with the folder of its package", async () => {
  const root = await folderWith({ "specs/b-notes.yaml": "", "specs/a.yaml": "", "specs/README.md": "" });
  const place = (name: string) => ({
    name,
    spec: relative(process.cwd(), join(root, "specs", `${name}.yaml`)),
    packageFolder: join(root, "packages", name),
  });
  expect(await providers(root)).toEqual([place("a"), place("b-notes")]);
});
