import { dirname } from "node:path";
import { packageTools } from "@git-tokens/workspace/tool-set";
import { run } from "./run.ts";

/** What publint and "are the types wrong" say against a tarball, nothing where they agree with it. */
export async function tarballProblems(tarball: string): Promise<readonly string[]> {
  const folder = dirname(tarball);
  const [publint, types] = await Promise.all([
    run(folder, packageTools.command("publint"), ["run", tarball, "--strict"]),
    run(folder, packageTools.command("attw"), [tarball, "--profile", "esm-only", "--no-emoji", "--no-color"]),
  ]);
  return [
    ...(publint.ok ? [] : [`publint says:\n${publint.said}`]),
    ...(types.ok ? [] : [`attw says:\n${types.said}`]),
  ];
}
