import { readFileSync } from "node:fs";
import { arch, cpus, loadavg, platform, totalmem } from "node:os";
import { join } from "node:path";
import { benchTools } from "@git-tokens/workspace/tool-set";

/** The versions of packages of others that are measured, by name. */
export type Versions = Readonly<Record<string, string>>;

/** Those of the tools. */
export function toolVersions(): Versions {
  const manifest: { readonly dependencies: Versions } = JSON.parse(
    readFileSync(join(benchTools.folder, "package.json"), "utf8"),
  );
  return manifest.dependencies;
}

/** Processes that ran or waited for a core in the minute before the run: mostly the work of others. */
const [LOAD = 0] = loadavg();

/** When and on what was measured, and how busy it was. */
export function machine(): string {
  const [cpu] = cpus();
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0);
  const crowded = LOAD > 1 ? " Others were at work: the times are unsteady, run it again on a quiet machine." : "";
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node} on ${platform()} ${arch()}: ${cpus().length} cores of ${cpu?.model.trim() || "an unnamed processor"}, ${gigabytes} GiB of memory.`,
    `The load of the machine was ${LOAD.toFixed(1)} when the run began; 1 is one busy core.${crowded}`,
  ].join("\n");
}

/** The machine, and which packages of others were measured on it. */
export function conditions(versions: Versions): string {
  const peers = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `${machine()}\nPeers: ${peers.sort().join(", ")}.`;
}
