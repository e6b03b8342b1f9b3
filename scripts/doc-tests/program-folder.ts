import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { ROOT } from "@git-tokens/workspace/paths";

/** A folder as a user has it: programs, and the installed packages. */
export interface ProgramFolder {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Writes programs into a temporary folder, where they can import the packages of this repository by name. */
export async function writePrograms(files: Readonly<Record<string, string>>): Promise<ProgramFolder> {
  const folder = await mkdtemp(join(tmpdir(), "readme-"));
  const core = join(ROOT, "packages/core");
  const installed = {
    "@types": join(ROOT, "node_modules/@types"),
    "@opentelemetry": join(core, "node_modules/@opentelemetry"),
    pino: join(core, "node_modules/pino"),
    "@git-tokens/core": core,
    ...Object.fromEntries(
      (await providers()).map(({ name, packageFolder }) => [`@git-tokens/${name}`, packageFolder] as const),
    ),
  };
  await mkdir(join(folder, "node_modules/@git-tokens"), { recursive: true });
  for (const [name, target] of Object.entries(installed)) await symlink(target, join(folder, "node_modules", name));
  const whole = {
    ...files,
    "package.json": '{ "type": "module" }',
    "tsconfig.json": JSON.stringify({
      extends: join(ROOT, "tsconfig.base.json"),
      include: ["*.ts"],
      compilerOptions: { types: ["node"] },
    }),
  };
  for (const [name, text] of Object.entries(whole)) await writeFile(join(folder, name), text);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
