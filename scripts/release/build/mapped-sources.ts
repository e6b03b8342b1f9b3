import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "rolldown";

/**
 * Puts the sources that a declaration map names beside it, into `dist/src`, so that "go to definition" ends in one of them
 * and no other source is published.
 *
 * @param folder The folder of the package.
 */
export function mappedSources(folder: string): Plugin {
  return {
    name: "mapped-sources",
    async generateBundle(_, bundle) {
      for (const [fileName, asset] of Object.entries(bundle)) {
        if (asset.type !== "asset" || !fileName.endsWith(".d.ts.map")) continue;
        const map: { readonly sources: readonly string[] } = JSON.parse(String(asset.source));
        for (const source of map.sources) {
          const text = await readFile(join(folder, "dist", source));
          this.emitFile({ type: "asset", fileName: inDist(source), source: text });
        }
        asset.source = JSON.stringify({ ...map, sources: map.sources.map(inDist) });
      }
    },
  };
}

/** `../src/index.ts`, as seen from `dist`, is `src/index.ts` in it. */
const inDist = (source: string): string => source.replace(/^\.\.\//, "");
