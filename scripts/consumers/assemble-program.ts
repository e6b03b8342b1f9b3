import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import type { ProviderPlace } from "@git-tokens/spec-tools/project/providers";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { derivedConsumer, derivedTypeTests } from "./derived-consumer.ts";

/** The part of the program that is the same for every provider. */
const COMMON = fileURLToPath(new URL("program/consume-all.ts", import.meta.url));

/** The parts of a provider: how the file name ends in the program, its name in the package, and what is taken without it. */
const PARTS = [
  { ending: ".ts", part: "consumer.ts", derived: derivedConsumer },
  { ending: ".test-d.ts", part: "consumer.test-d.ts", derived: derivedTypeTests },
] as const;

/**
 * Writes a program that uses all providers into a folder: each provider's `consumer.ts`, its statements that must not
 * compile (`consumer.test-d.ts`), and `main.ts`, whose default export runs the program. Where a package has neither, both
 * follow from its spec.
 *
 * @throws {UserError} if a package has one part without the other.
 */
export async function assembleProgram(folder: string, places: readonly ProviderPlace[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await copyFile(COMMON, join(folder, "consume-all.ts"));
  for (const { name, packageFolder, spec } of places) {
    const missing = PARTS.filter(({ part }) => !existsSync(join(packageFolder, part)));
    if (missing.length === 1) {
      throw new UserError(
        `${packageFolder} has no ${missing[0]?.part}; write it, or remove the other part of the program`,
      );
    }
    const api = missing.length > 0 ? await describeFile(spec) : undefined;
    for (const { ending, part, derived } of PARTS) {
      const text = api === undefined ? await readFile(join(packageFolder, part), "utf8") : derived(api);
      await writeFile(join(folder, `${name}${ending}`), text);
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
