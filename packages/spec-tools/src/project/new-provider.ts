import { existsSync } from "node:fs";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { write } from "../codegen/output.ts";
import { providerOutputs } from "../codegen/provider-outputs.ts";
import { renderJobs } from "../codegen/render-jobs.ts";
import { type DescribeOptions, describeFile } from "../description/describe-api.ts";
import { type Problem, SpecError } from "../description/problem.ts";
import { UserError } from "../system/user-error.ts";
import { adoptSpec } from "./adopt-spec.ts";
import { checkName, checkTypes } from "./provider-name.ts";
import { renderReadme } from "./render-readme.ts";
import { type Setting, settingOf } from "./setting.ts";
import { styleExceptions } from "./style-exceptions.ts";

export interface NewProvider extends DescribeOptions {
  readonly name: string;
  /** Path of any API description. */
  readonly spec: string;
  /** Leaves out what cannot be served, instead of refusing the whole file. */
  readonly skipUnsupported?: boolean | undefined;
}

/** What was made, for whoever asked for it. */
export interface MadeProvider {
  /** Paths from the root of the project. */
  readonly paths: readonly string[];
  readonly setting: Setting;
  readonly asGiven: boolean;
  /** The rules of the style guide that the spec breaks, which are off for it. */
  readonly exceptions: readonly string[];
  /** What was left out, or read in another way than it is written. */
  readonly notes: readonly Problem[];
}

/**
 * Makes the package of a new provider: its spec in `specs/`, its folder in `packages/`, and a changeset where the project has
 * them. All of it is made in another folder first, so that a failure leaves the project as it was.
 *
 * @param scratch An empty folder.
 * @throws {UserError} if the name or the spec cannot be served, or the project cannot be written.
 */
export async function newProvider(wanted: NewProvider, root: string, scratch: string): Promise<MadeProvider> {
  const { name, spec, skipUnsupported, ...how } = wanted;
  await checkName(name, root);
  const given = await describeFile(spec, how);
  const refused = given.operations.flatMap(({ refusals }) => refusals);
  if (refused.length > 0 && !skipUnsupported) throw new SpecError(refused);
  if (given.operations.every(({ refusals }) => refusals.length > 0)) {
    throw new UserError(`${spec} has no operation that can be served, so there is nothing to make a client of`);
  }
  const { text, asGiven } = adoptSpec(given, (how.overlays ?? []).length > 0);
  const setting = settingOf(root);
  const adopted = join(scratch, `specs/${name}.yaml`);
  const packageFolder = join(scratch, "packages", name);
  await mkdir(packageFolder, { recursive: true });
  await mkdir(join(scratch, "specs"));
  await writeFile(adopted, text);
  const api = await describeFile(adopted);
  checkTypes(api);
  const packageName = setting === "repository" ? `@git-tokens/${name}` : name;
  await writeFile(join(packageFolder, "README.md"), renderReadme(api, packageName));
  const exceptions = await styleExceptions(adopted, packageFolder);
  await write(await renderJobs([{ spec: adopted, outputs: providerOutputs(packageFolder, setting) }]));
  const paths = [`specs/${name}.yaml`, `packages/${name}`];
  if (existsSync(join(root, ".changeset"))) {
    await mkdir(join(scratch, ".changeset"));
    paths.push(`.changeset/new-${name}.md`);
    await writeFile(join(scratch, `.changeset/new-${name}.md`), changeset(packageName, api.info.title));
  }
  await moveAll(paths, scratch, root);
  const warnings = given.problems.filter(({ level }) => level === "warning");
  return { paths, setting, asGiven, exceptions, notes: [...warnings, ...refused] };
}

const changeset = (packageName: string, title: string): string =>
  `---\n"${packageName}": minor\n---\n\nFirst release: a typed client for ${title.trim().replaceAll(/\s+/g, " ")}.\n`;

/** Copies files and folders that are not there yet; all of them, or none. */
async function moveAll(paths: readonly string[], from: string, to: string): Promise<void> {
  try {
    for (const path of paths)
      await cp(join(from, path), join(to, path), { recursive: true, errorOnExist: true, force: false });
  } catch (error) {
    const begun = paths.map((path) => join(to, path)).filter((path) => existsSync(path));
    for (const path of begun) await rm(path, { recursive: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`${to} cannot be written: ${reason}`, { cause: error });
  }
}
