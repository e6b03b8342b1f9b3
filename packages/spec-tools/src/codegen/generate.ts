import type { Spec } from "../description/read-spec.ts";
import { renderOperations } from "./render-operations.ts";
import { renderProvider } from "./render-provider.ts";
import { renderSchema } from "./render-schema.ts";

/** File names and their whole text. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/** Everything that is generated from one spec. The same spec gives the same bytes, wherever and whenever. */
export async function generate(spec: Spec): Promise<GeneratedFiles> {
  return new Map([
    ["operations.gen.ts", renderOperations(spec)],
    ["provider.gen.ts", renderProvider(spec)],
    ["schema.gen.ts", await renderSchema(spec)],
  ]);
}
