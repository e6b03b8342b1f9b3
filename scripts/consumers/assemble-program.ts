import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ProviderPlace } from "@git-tokens/spec-tools/project/providers";
import { UserError } from "@git-tokens/spec-tools/system/user-error";

/** What the program does for every provider alike. */
const COMMON = fileURLToPath(new URL("program/consume-all.ts", import.meta.url));

/** What a provider's package adds to the program: how the file's name ends there, and its name in the package. */
const PARTS = { ".ts": "consumer.ts", ".test-d.ts": "consumer.test-d.ts" } as const;

/**
 * Writes the program of a user of all providers into a folder: each provider's `consumer.ts`, what may not compile beside
 * it (`consumer.test-d.ts`), and `main.ts`, whose default export runs the whole of it.
 *
 * @throws {UserError} where a provider lacks a part.
 */
export async function assembleProgram(folder: string, places: readonly ProviderPlace[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await copyFile(COMMON, join(folder, "consume-all.ts"));
  for (const { name, packageFolder } of places) {
    for (const [ending, part] of Object.entries(PARTS)) {
      const file = join(packageFolder, part);
      await copyFile(file, join(folder, `${name}${ending}`)).catch((cause: Error) => {
        const advice = "write one after that of its neighbours";
        throw new UserError(`${file} cannot be read; ${advice}: ${cause.message}`, { cause });
      });
    }
  }
  await writeFile(join(folder, "main.ts"), mainOf(places.map(({ name }) => name)));
}

/** The one file that names every provider. */
function mainOf(names: readonly string[]): string {
  const imports = names.map((name, index) => `import * as consumer${index} from "./${name}.ts";\n`);
  const consumers = names.map((name, index) => `${JSON.stringify(name)}: consumer${index}`);
  return `import { type CallReport, consumeAll, type ProgramInput, type Servers } from "./consume-all.ts";
${imports.join("")}
const consumers = { ${consumers.join(", ")} };

export default (input: ProgramInput, servers: Servers): Promise<CallReport> => consumeAll(consumers, input, servers);
`;
}
