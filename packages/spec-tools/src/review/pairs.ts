import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ApiDescription } from "../description/api-description.ts";
import { describeFile, describeText } from "../description/describe-api.ts";
import { SpecError } from "../description/problem.ts";
import { projectFolder } from "../project/project-folder.ts";
import { type ProviderPlace, providers } from "../project/providers.ts";
import { UserError } from "../system/user-error.ts";
import { anyApi } from "./any-api.ts";
import { type Declared, declaredSince } from "./declared.ts";
import type { Base } from "./git.ts";
import type { PackageState, Pair } from "./review.ts";

/**
 * The providers of the working tree, each with its state at the base, and those that only the base has.
 *
 * @throws {SpecError} with every problem of every spec, those of the base by `commit:file`.
 */
export async function pairsSince(base: Base, root = projectFolder()): Promise<readonly Pair[]> {
  const [places, listed, declared] = await Promise.all([
    providers(root),
    base.files("specs"),
    declaredSince(base, root),
  ]);
  const known = new Map(places.map((place) => [place.name, place]));
  const old = listed.filter((file) => file.endsWith(".yaml")).map((file) => file.replace(/\.yaml$/, ""));
  const names = [...new Set([...known.keys(), ...old])].sort();
  return settleAll(names.map((name) => pairOf(name, known.get(name), base, declared, root)));
}

async function pairOf(
  provider: string,
  place: ProviderPlace | undefined,
  base: Base,
  declared: Declared,
  root: string,
): Promise<Pair> {
  const file = `specs/${provider}.yaml`;
  const text = await base.read(file);
  const [before, after] = await settleAll<ApiDescription | undefined>([
    text === undefined ? Promise.resolve(undefined) : describeText(`${base.commit.slice(0, 7)}:${file}`, text),
    place === undefined ? Promise.resolve(undefined) : describeFile(place.spec),
  ]);
  const folder = place?.packageFolder ?? join(root, "packages", provider);
  return { provider, before, after, package: await packageIn(folder, declared) };
}

async function packageIn(folder: string, declared: Declared): Promise<PackageState | undefined> {
  const text = await readFile(join(folder, "package.json"), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const { name, version }: { name: string; version: string } = JSON.parse(text);
  return { name, version, declared: declared.get(name) ?? "none" };
}

/**
 * Any two descriptions as one pair, whatever version of OpenAPI they are in.
 *
 * @param from A path, or a file of a commit as `HEAD~1:specs/things.yaml`.
 * @throws {SpecError} with the problems of both.
 */
export async function pairOfFiles(from: string, to: string): Promise<Pair> {
  const [before, after] = await settleAll([anyApi(from), anyApi(to)]);
  if (before === undefined || after === undefined) throw new UserError("two files are compared: --from and --to");
  return { provider: after.name, before, after, package: undefined };
}

/** Waits for all and then rejects with every problem at once. */
async function settleAll<T>(work: readonly Promise<T>[]): Promise<readonly T[]> {
  const problems = [];
  const done = [];
  for (const result of await Promise.allSettled(work)) {
    if (result.status === "fulfilled") done.push(result.value);
    else if (result.reason instanceof SpecError) problems.push(...result.reason.problems);
    else throw result.reason;
  }
  if (problems.length > 0) throw new SpecError(problems);
  return done;
}
