import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { corpusTools } from "@git-tokens/workspace/tool-set";

/** A description of others, as a file. */
export interface CorpusFile {
  readonly name: string;
  readonly path: string;
}

/** Those that npm serves: what they are called here, and where their packages have them. */
const SERVED = {
  "@figma/rest-api-spec": "@figma/rest-api-spec/openapi/openapi.yaml",
  "@octokit/openapi": "@octokit/openapi/generated/api.github.com.json",
  "@scalar/galaxy": "@scalar/galaxy/dist/3.1.yaml",
} as const;

/** The descriptions that npm serves, installed if need be. */
export async function servedFiles(): Promise<readonly CorpusFile[]> {
  await corpusTools.install();
  return Object.entries(SERVED).map(([name, path]) => ({ name, path: corpusTools.file(path) }));
}

/**
 * The descriptions in a folder: YAML and JSON, compressed by gzip or not.
 *
 * @param scratch A folder for those that have to be unpacked.
 * @throws {UserError} if there is no such folder, or it holds none.
 */
export async function filesIn(folder: string, scratch: string): Promise<readonly CorpusFile[]> {
  const names = await readdir(folder).catch((error: Error) => {
    throw new UserError(`${folder} cannot be read (${error.message}); name a folder of API descriptions`);
  });
  const wanted = names.filter((name) => /\.(ya?ml|json)(\.gz)?$/.test(name)).sort();
  if (wanted.length === 0) throw new UserError(`${folder} holds no .yaml, .yml or .json file, compressed or not`);
  return Promise.all(wanted.map((name) => fileOf(folder, name, scratch)));
}

async function fileOf(folder: string, name: string, scratch: string): Promise<CorpusFile> {
  if (!name.endsWith(".gz")) return { name, path: join(folder, name) };
  const plain = basename(name, ".gz");
  await writeFile(join(scratch, plain), gunzipSync(await readFile(join(folder, name))));
  return { name: plain, path: join(scratch, plain) };
}
