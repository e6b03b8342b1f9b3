import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ProviderPlace } from "@git-tokens/spec-tools/project/providers";
import { UserError } from "@git-tokens/spec-tools/system/user-error";

/** The part of the program that is the same for every provider. */
const COMMON = fileURLToPath(new URL("program/consume-all.ts", import.meta.url));

/** The parts of a provider's package: how the file name ends in the program, and its name in the package. */
const PARTS = { ".ts": "consumer.ts", ".test-d.ts": "consumer.test-d.ts" } as const;

/**
 * Writes a program that uses all providers into a folder: each provider's `consumer.ts`, its statements that must not
 * compile (`consumer.test-d.ts`), and `main.ts`, whose default export runs the program.
 *
 * @throws {UserError} if a part of a provider is missing.
 */
export async function assembleProgram(folder: string, places: readonly ProviderPlace[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await copyFile(COMMON, join(folder, "consume-all.ts"));
  for (const { name, packageFolder } of places) {
    for (const [ending, part] of Object.entries(PARTS)) {
      const file = join(packageFolder, part);
      await copyFile(file, join(folder, `${name}${ending}`)).catch((cause: Error) => {
        const advice = "write one like those of the other providers";
        throw new UserError(`${file} cannot be read; ${advice}: ${cause.message}`, { cause });
      });
    }
  }
  await writeFile(join(folder, "main.ts"), mainOf(places.map(({ name }) => name)));
}

/** The only file that names every provider. */
function mainOf(names: readonly string[]): string {
  const imports = names.map((name, index) => `import * as consumer${index} from "./${name}.ts";\n`);
  const consumers = names.map((name, index) => `${JSON.stringify(name)}: consumer${index}`);
  return `import { type CallReport, consumeAll, type ProgramInput, type Servers } from "./consume-all.ts";
${imports.join("")}
const consumers = { ${consumers.join(", ")} };

export default (input: ProgramInput, servers: Servers): Promise<CallReport> => consumeAll(consumers, input, servers);
`;
}
