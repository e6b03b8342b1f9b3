import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { useRegistry } from "@git-tokens/release/registry/use-registry";
import type { Check } from "./check.ts";
import { run } from "./command.ts";

/** Our registry forwards requests for other packages to the registry of the machine, and responds with 404 if that fails. */
const ADVICE = "If the missing package is not ours, run `npm ping`: it says whether npm can reach its registry.";

/** The packages can be added to an empty project, and need nothing else. */
export const INSTALL_CHECK: Check = {
  title: "from a registry, into an empty project",
  check: async ({ folder, client, registry, packages, signal }) => {
    await writeFile(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
    await useRegistry(folder, registry);
    const { line, env = {} } = client.add(join(folder, ".cache"));
    const [command, ...args] = line;
    await run(command, [...args, ...packages], { cwd: folder, env, signal }).catch((cause: Error) => {
      throw new Error(`${cause.message}\n${ADVICE}`, { cause });
    });
  },
};
