import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { run } from "@git-tokens/spec-tools/system/run";
import { expect, it } from "vitest";

it.each(["calls/worker.ts", "faults/clients.ts"])("leaves bare fetch to Node's own undici: %s", async (file) => {
  const url = pathToFileURL(join(import.meta.dirname, file)).href;
  const code = `import ${JSON.stringify(url)};
import { Agent, getGlobalDispatcher } from "undici";
console.log(getGlobalDispatcher() instanceof Agent ? "the package's" : "Node's");`;
  const args = ["--conditions=@git-tokens/source", "--input-type=module", "-e", code];
  expect(await run(process.execPath, args, { cwd: import.meta.dirname })).toBe("Node's\n");
});
