import { join } from "node:path";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { ROOT } from "./paths.ts";

/** The absolute folders of the published packages: the core and all providers. */
export async function packageFolders(root: string = ROOT): Promise<readonly string[]> {
  return [join(root, "packages/core"), ...(await providers(root)).map(({ packageFolder }) => packageFolder)];
}
