import { pascalCase, propertyKey } from "../codegen/names.ts";
import { securityOf } from "../codegen/security.ts";
import type { ApiDescription } from "../description/api-description.ts";
import { defaultServer } from "../description/default-server.ts";
import { clientVariable } from "./typescript-call.ts";

/** The code that makes the client whose calls a page shows: of a package, or of the files that `codegen` writes. */
export function clientCode(api: ApiDescription, packageName: string | undefined): string {
  const variable = clientVariable(api.name);
  const options = `{ ${[...addressOption(api), `auth: ${auth(api)}`].join(", ")} }`;
  if (packageName !== undefined) {
    const create = `create${pascalCase(api.name)}`;
    return `import { ${create} } from "${packageName}";\n\nconst ${variable} = ${create}(${options});`;
  }
  const folder = `./${api.name}`;
  return [
    'import { bindOperations, createClient } from "@git-tokens/core";',
    `import * as operations from "${folder}/operations.gen.ts";`,
    `import { provider } from "${folder}/provider.gen.ts";`,
    "",
    `const ${variable} = bindOperations(createClient(provider, ${options}), operations);`,
  ].join("\n");
}

/** The address that a client has without being told one; undefined where every caller has another. */
const knownAddress = ({ servers }: ApiDescription): string | undefined =>
  servers[0]?.absolute ? defaultServer({ servers })?.replace(/\/$/, "") : undefined;

/** Where the calls of a page go: to the service, or to an address in place of the reader's own. */
export const exampleAddress = (api: ApiDescription): string => knownAddress(api) ?? `https://${api.name}.example.com`;

const addressOption = (api: ApiDescription): readonly string[] =>
  knownAddress(api) === undefined ? [`baseUrl: ${JSON.stringify(exampleAddress(api))}`] : [];

/** The credentials of the first way to authenticate. */
function auth(api: ApiDescription): string {
  const operations = api.operations.filter(({ refusals }) => refusals.length === 0);
  const { common } = securityOf({ api, operations, hash: "" });
  const members = (common.find(({ length }) => length > 0) ?? []).map((name) => {
    const variable = `process.env.${constantCase(`${api.name}_${name}`)}`;
    const isBasic = api.securitySchemes.get(name)?.kind === "basic";
    return `${propertyKey(name)}: ${isBasic ? `{ username: "me", password: ${variable} ?? "" }` : variable}`;
  });
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** `apiToken` as `API_TOKEN`. */
const constantCase = (name: string): string =>
  name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1_$2")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "_")
    .toUpperCase();
