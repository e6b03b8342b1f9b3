import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Check } from "./check.ts";
import { run } from "./command.ts";

/** The packages can be added to an empty project, and nothing else is needed for them. */
export const INSTALL_CHECK: Check = {
  title: "from a registry, into an empty project",
  check: async ({ folder, client, registry, packages, signal }) => {
    await writeFile(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
    await writeFile(join(folder, ".npmrc"), `registry=${registry}\n`);
    const { line, env = {} } = client.add(join(folder, ".cache"));
    const [command, ...args] = line;
    await run(command, [...args, ...packages], { cwd: folder, env, signal });
  },
};
