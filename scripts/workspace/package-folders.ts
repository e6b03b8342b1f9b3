import { join } from "node:path";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { ROOT } from "./paths.ts";

/** The folders of the packages that are published, absolute: the core, and what is generated for each provider. */
export async function packageFolders(root: string = ROOT): Promise<readonly string[]> {
  return [join(root, "packages/core"), ...(await providers(root)).map(({ packageFolder }) => packageFolder)];
}
