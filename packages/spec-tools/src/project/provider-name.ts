import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { pascalCase } from "../codegen/names.ts";
import type { ApiDescription } from "../description/api-description.ts";
import { UserError } from "../system/user-error.ts";
import { namesOf, wordsOf } from "./provider-words.ts";

/** The types of the core that the package of a provider exports, as render-shell.ts lists them. */
const EXPORTED = new Set(
  "ApiError BoundOperations CallOptions Client ClientEvent ConfigError ConnectionError Credential CredentialRequest Effect GitTokensError HeadersOption Operation Outcome RedirectError ResponseError ResponseOf RetryOptions Settled TimeoutError".split(
    " ",
  ),
);

/** The types that a client of this name has. */
const typesOf = (name: string): readonly string[] =>
  ["", "Auth", "Client", "Options", "TestTransport"].map((end) => pascalCase(name) + end);

/**
 * @throws {UserError} if a new provider cannot have this name: no package can, something in the project has it already, or
 *   the code of all providers uses it as a word.
 */
export async function checkName(name: string, root: string): Promise<void> {
  const refuse = (why: string): never => {
    throw new UserError(`"${name}" cannot be the name of a provider: ${why}; choose another name`);
  };
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 50) {
    refuse("it is no lower-case words and digits with single hyphens between them, such as my-service");
  }
  const type = typesOf(name).find((one) => EXPORTED.has(one));
  if (type !== undefined) refuse(`its client would have the type ${type}, which the core exports`);
  for (const path of [`specs/${name}.yaml`, `packages/${name}`, `scripts/${name}`]) {
    if (existsSync(join(root, path))) refuse(`${path} exists`);
  }
  const user = await userOf(name, root);
  if (user !== undefined) refuse(`${user} uses the word, and the code of all providers names none of them`);
}

/** @throws {UserError} if the types of an API take the name of the client. */
export function checkTypes({ name, schemas }: ApiDescription): void {
  const types = typesOf(name);
  const taken = [...schemas.values()].find(({ typeName }) => types.includes(typeName));
  if (taken === undefined) return;
  throw new UserError(
    `"${name}" cannot be the name of a provider: its client would have the type ${taken.typeName}, and so does the schema ${taken.name} of the spec; choose another name`,
  );
}

/** The first file of the code of all providers that has the name as a word. */
async function userOf(name: string, root: string): Promise<string | undefined> {
  const names = namesOf(name);
  for await (const file of glob("{packages/core,scripts}/**/*.{ts,md,json,yaml,mjs}", {
    cwd: root,
    exclude: (path) => /(^|\/)(node_modules|dist|\.turbo)$|pnpm-lock\.yaml$/.test(String(path)),
  })) {
    const path = join(root, file);
    const text = await readFile(path, "utf8").catch(() => "");
    if (wordsOf(`${file}\n${text}`).some((word) => names.includes(word))) return relative(root, path);
  }
  return undefined;
}
