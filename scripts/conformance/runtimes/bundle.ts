import { build } from "esbuild";

/** Bundles an ESM program and all its imports into one file, with the built packages of this repository. */
export async function bundle(entry: string, outfile: string): Promise<void> {
  await build({ entryPoints: [entry], outfile, bundle: true, format: "esm", platform: "neutral", target: "es2022" });
}

/** Bundles the transport over a package undici, which is CommonJS and needs Node. */
export async function bundleTransport(entry: string, undici: string, outfile: string): Promise<void> {
  const target = { bundle: true, format: "cjs", platform: "node", target: "node22" } as const;
  await build({ entryPoints: [entry], outfile, alias: { undici }, ...target });
}
