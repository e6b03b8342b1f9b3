import { spawn } from "node:child_process";
import { once } from "node:events";
import { run } from "@git-tokens/spec-tools/system/run";
import { runCli } from "@git-tokens/spec-tools/system/run-cli";
import { Command } from "commander";
import { ROOT } from "./paths.ts";
import { shardOf } from "./shard.ts";

interface Options {
  readonly shard: string;
}

await runCli(
  new Command("test:affected")
    .description(
      "Runs `pnpm test` for what a branch can have changed: the packages that differ from main, and those that use them.",
    )
    .option("--shard <which/of>", "the part of one of several machines, such as 1/2", "1/1")
    .addHelpText("after", "\nTURBO_SCM_BASE names another base than main.\n")
    .action(testAffected),
);

async function testAffected({ shard }: Options): Promise<void> {
  const listed: { readonly packages: { readonly items: readonly { readonly name: string }[] } } = JSON.parse(
    await run("turbo", ["ls", "--affected", "--output=json"], { cwd: ROOT }),
  );
  // Tasks of the root, such as lint, belong to every change.
  const names = shardOf(["//", ...listed.packages.items.map(({ name }) => name)], shard);
  console.log(`test:affected: ${names.length === 0 ? "nothing to do" : names.join(", ")}`);
  if (names.length === 0) return;
  const filters = names.map((name) => `--filter=${name}`);
  const child = spawn("pnpm", ["test", ...filters], { cwd: ROOT, stdio: "inherit" });
  const [code] = await once(child, "exit");
  process.exitCode = typeof code === "number" ? code : 1;
}
