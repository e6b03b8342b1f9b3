import { build } from "esbuild";

/** Writes an ESM program and all that it imports into one file. The packages of this repository are taken as built. */
export async function bundle(entry: string, outfile: string): Promise<void> {
  await build({ entryPoints: [entry], outfile, bundle: true, format: "esm", platform: "neutral", target: "es2022" });
}
