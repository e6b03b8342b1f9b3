import { build } from "esbuild";

/** Bundles an ESM program and all its imports into one file, with the built packages of this repository. */
export async function bundle(entry: string, outfile: string): Promise<void> {
  await build({ entryPoints: [entry], outfile, bundle: true, format: "esm", platform: "neutral", target: "es2022" });
}
