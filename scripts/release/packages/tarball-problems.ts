import { type Ending, runToEnd, wordsOf } from "@git-tokens/spec-tools/system/run";
import { packageTools } from "@git-tokens/workspace/tool-set";

/** The problems that publint and "are the types wrong" find in a tarball. */
export async function tarballProblems(tarball: string): Promise<readonly string[]> {
  const [publint, types] = await Promise.all([
    runToEnd(packageTools.command("publint"), ["run", tarball, "--strict"]),
    runToEnd(packageTools.command("attw"), [tarball, "--profile", "esm-only", "--no-emoji", "--no-color"]),
  ]);
  return [...problemOf("publint", publint), ...problemOf("attw", types)];
}

function problemOf(tool: string, ending: Ending): readonly string[] {
  return ending.code === 0 ? [] : [`${tool} says:\n${wordsOf(ending) || `nothing, and ends with ${ending.code}`}`];
}
