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
 * Publishes the packages to a local registry, installs them from there with every npm client, and runs every check in each
 * project. It stops everything it started before it settles.
 *
 * @param folder An empty folder for the projects.
 * @param print Gets a line for each step.
 * @param signal Stops it; it then rejects with the signal's reason.
 * @throws {UserError} if it cannot be set up.
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
    const passed = cells.filter(({ failure }) => failure === undefined);
    print(`${heading.toLowerCase()}: ${passed.length} of ${cells.length} pass`);
    tables.push({ heading, cells });
  }
  return tables;
}

const NOT_INSTALLED = "did not run, because the packages are not installed";

/** Why a check fails in a project; undefined if it passes. */
async function failureOf({ check }: Check, project: Project): Promise<string | undefined> {
  const [result] = await Promise.allSettled([check(project)]);
  if (result.status === "fulfilled") return undefined;
  const said = String(result.reason instanceof Error ? result.reason.message : result.reason);
  // Relative to the project, so that the same failure has the same words in every project.
  return said.replaceAll(`${project.folder}/`, "");
}
