import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { consumerTools, runtimeTools } from "@git-tokens/workspace/tool-set";
import { expect, it } from "vitest";
import { NPM_CLIENTS } from "./npm-clients.ts";

const dependenciesOf = async (folder: string): Promise<Readonly<Record<string, string>>> =>
  JSON.parse(await readFile(join(folder, "package.json"), "utf8")).dependencies;

it("names the clients by the installed versions", async () => {
  const versions = { ...(await dependenciesOf(runtimeTools.folder)), ...(await dependenciesOf(consumerTools.folder)) };
  for (const { title } of NPM_CLIENTS) {
    const [name = "", version] = title.toLowerCase().split(" ");
    expect(`${versions[name]}.`.startsWith(`${version}.`), `${title} is ${versions[name]}`).toBe(true);
  }
});
