import { readFile } from "node:fs/promises";

/** The versions that a package outside of this repository takes from npm. */
export interface OwnVersions {
  readonly core: string;
  /** What builds and tests it, by name. */
  readonly tools: Readonly<Record<string, string>>;
}

interface OwnManifest {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** The versions that go with this one of the tools: its package.json states them. */
export async function ownVersions(): Promise<OwnVersions> {
  const text = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  const { version, peerDependencies }: OwnManifest = JSON.parse(text);
  const { "@git-tokens/core": core = "", vitest = "" } = peerDependencies;
  const tools = { "@git-tokens/spec-tools": `^${version}`, "@types/node": ">=22", typescript: ">=5.9", vitest };
  return { core, tools };
}
