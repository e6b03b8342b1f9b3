import { mkdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { publishPackages } from "@git-tokens/release/registry/publish-packages";
import { startRegistry } from "@git-tokens/release/registry/start-registry";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { pool } from "@git-tokens/workspace/pool";
import { chromiumTools, consumerTools, runtimeTools } from "@git-tokens/workspace/tool-set";
import type { Check, Project } from "./check.ts";
import { CHECK_LISTS } from "./check-lists.ts";
import { createProjects } from "./create-projects.ts";
import { INSTALL_CHECK } from "./install-check.ts";
import { startMocks } from "./start-mocks.ts";
import type { Table } from "./table.ts";

/**
 * Publishes the packages to a registry of its own, installs them from there with every npm client, and makes every check
 * in each of the projects. Whatever it started is stopped when it settles.
 *
 * @param folder An empty one, for the projects.
 * @param print Takes what is done, line by line.
 * @param signal Ends it; it rejects with the signal's reason then.
 * @throws {UserError} where it cannot be set up.
 */
export async function runConsumers(
  folder: string,
  print: (line: string) => void,
  signal: AbortSignal,
): Promise<readonly Table[]> {
  for (const tools of [consumerTools, runtimeTools, chromiumTools]) await tools.install();
  await using stack = new AsyncDisposableStack();
  const places = await providers();
  const mocks = await startMocks(places, stack);
  signal.throwIfAborted();
  const registry = await startRegistry();
  stack.defer(() => registry.close());
  const packed = join(folder, "packed");
  await mkdir(packed);
  const published = await publishPackages(registry, packed);
  print(`published ${published.map(({ name, version }) => `${name} ${version}`).join(", ")}`);
  const projects = await createProjects(folder, places, { ...mocks, registry: registry.url, signal });

  const tables: Table[] = [];
  const empty = new Set<Project>();
  for (const { heading, checks } of CHECK_LISTS) {
    const pairs = checks.flatMap((check) => projects.map((project) => ({ check, project })));
    const cells = await pool(pairs, availableParallelism(), async ({ check, project }) => {
      const failure = empty.has(project) ? NOT_INSTALLED : await failureOf(check, project);
      if (check === INSTALL_CHECK && failure !== undefined) empty.add(project);
      return { row: check.title, column: project.client.title, failure };
    });
    signal.throwIfAborted();
    const held = cells.filter(({ failure }) => failure === undefined);
    print(`${heading.toLowerCase()}: ${held.length} of ${cells.length} hold`);
    tables.push({ heading, cells });
  }
  return tables;
}

const NOT_INSTALLED = "was not tried, because the packages are not installed";

/** Why a check does not hold in a project; undefined where it does. */
async function failureOf({ check }: Check, project: Project): Promise<string | undefined> {
  const [result] = await Promise.allSettled([check(project)]);
  if (result.status === "fulfilled") return undefined;
  const said = String(result.reason instanceof Error ? result.reason.message : result.reason);
  // As seen from the project, so that the same failure has the same words in every one.
  return said.replaceAll(`${project.folder}/`, "");
}
