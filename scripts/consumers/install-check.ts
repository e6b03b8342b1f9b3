import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { useRegistry } from "@git-tokens/release/registry/use-registry";
import type { Check } from "./check.ts";
import { run } from "./command.ts";

/** The registry has what is ours, and asks the machine's own for the rest; it answers 404 where it does not reach that. */
const ADVICE =
  "If a package is missing that is not ours, try `npm ping`: it says whether npm reaches its registry from here.";

/** The packages can be added to an empty project, and nothing else is needed for them. */
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
