// The toolchain's one-line answer to a wrong Node. Plain JavaScript without imports of its own, so that old versions can run it.
import { readFileSync } from "node:fs";

const wanted = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).engines.node;
const [major, minor] = process.versions.node.split(".").map(Number);
const [wantedMajor, wantedMinor] = wanted
  .replace(/[^\d.]/g, "")
  .split(".")
  .map(Number);

if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
  console.error(
    `git-tokens: this is Node ${process.versions.node}, the toolchain needs Node ${wanted}; run: npx -y -p node@24 -p pnpm@12.21.0 pnpm ${process.env.npm_lifecycle_event ?? "test"}`,
  );
  process.exit(1);
}
