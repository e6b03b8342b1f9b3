import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ApiDescription } from "@git-tokens/spec-tools/description/api-description";
import type { ProviderPlace } from "@git-tokens/spec-tools/project/providers";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import type { Demo } from "./demo.ts";
import { derivedDemo } from "./derived-demo.ts";

/**
 * Loads the demo of a provider: the export `demo` of `demo.ts` in its package, or one that follows from its spec.
 *
 * @throws {UserError}
 */
export async function loadDemo({ name, packageFolder }: ProviderPlace, api: ApiDescription): Promise<Demo> {
  const file = join(packageFolder, "demo.ts");
  if (!existsSync(file)) return derivedDemo(name, packageFolder, api);
  const module: object = await import(pathToFileURL(file).href).catch((cause: Error) => {
    const advice = "write it like those of the other providers, and run `pnpm build` first";
    throw new UserError(`the demo of ${name}, ${file}, cannot be loaded; ${advice}: ${cause.message}`, { cause });
  });
  if ("demo" in module && isDemo(module.demo)) return module.demo;
  throw new UserError(`the demo of ${name}, ${file}, does not export a \`demo\` with a title and steps`);
}

const isDemo = (value: unknown): value is Demo =>
  typeof value === "object" && value !== null && "title" in value && "steps" in value;
