import { join } from "node:path";
import { runToEnd } from "@git-tokens/spec-tools/system/run";
import { ROOT } from "@git-tokens/workspace/paths";
import { bringInLine } from "./bring-in-line.ts";

// `pnpm codegen`: its options are those of codegen in packages/spec-tools.
const commands = {
  specTools: join(ROOT, "packages/spec-tools/src/cli.ts"),
  turbo: join(ROOT, "node_modules/.bin/turbo"),
  api: join(ROOT, "scripts/release/packages/api-cli.ts"),
};
const { ok, hint } = await bringInLine(process.argv.slice(2), commands, async (command, args) => {
  const ending = await runToEnd(command, args);
  // Nobody needs the output of a build that worked.
  if (command !== commands.turbo || ending.code !== 0) process.stdout.write(ending.stdout);
  process.stderr.write(ending.stderr);
  return ending;
});
if (hint) console.log(hint);
process.exitCode = ok ? 0 : 1;
