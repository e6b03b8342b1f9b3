import { join } from "node:path";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { ROOT } from "./paths.ts";

/** The absolute folders of the published packages: the core, the tools and all providers. */
export async function packageFolders(root: string = ROOT): Promise<readonly string[]> {
  const own = ["packages/core", "packages/spec-tools"].map((folder) => join(root, folder));
  return [...own, ...(await providers(root)).map(({ packageFolder }) => packageFolder)];
}
