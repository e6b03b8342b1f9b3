import { join } from "node:path";
import { runToEnd } from "@git-tokens/spec-tools/system/run";
import { ROOT } from "@git-tokens/workspace/paths";

// `pnpm new-provider`: its options are those of `spec-tools new`. What needs an installed and built package follows.
const STEPS = [
  [process.execPath, join(ROOT, "packages/spec-tools/src/cli.ts"), "new", ...process.argv.slice(2)],
  ["pnpm", "install", "--no-frozen-lockfile"],
  [process.execPath, join(ROOT, "scripts/release/generated-files/cli.ts")],
] as const;

const isHelp = process.argv.slice(2).some((argument) => ["--help", "-h"].includes(argument));

for (const [index, [command, ...args]] of (isHelp ? STEPS.slice(0, 1) : STEPS).entries()) {
  const { code, stdout, stderr } = await runToEnd(command, args, { cwd: ROOT });
  // Nobody needs the output of an installation that worked.
  if (index !== 1 || code !== 0) process.stdout.write(stdout);
  process.stderr.write(stderr);
  if (code === 0) continue;
  if (index > 0) console.error("new-provider: the package is made; run `pnpm install` and `pnpm codegen` to finish it");
  process.exitCode = 1;
  break;
}
