import { header } from "./header.ts";
import { jsdoc } from "./jsdoc.ts";
import { pascalCase } from "./names.ts";
import { prose } from "./operation-docs.ts";
import { commonServers, ownServersOf } from "./own-servers.ts";
import { authType, headersOf, securityCode, securityFunction } from "./render-security.ts";
import { baseUrlOption, defaultServer, renderServers, serversOption } from "./render-server.ts";
import { type Security, securityOf } from "./security.ts";
import type { Selection } from "./selection.ts";

/** `provider.gen.ts`: the server, the ways to authenticate, and which spec all of it came from. */
export function renderProvider(selection: Selection): string {
  const { api, hash } = selection;
  const security = securityOf(selection);
  const servers = commonServers(selection);
  const own = ownServersOf(selection);
  const server = defaultServer(servers);
  const type = pascalCase(api.name);
  const title = prose(api.info.title) || api.name;
  const provider = {
    name: api.name,
    ...(server === undefined ? {} : { server }),
    auth: security.kind === "one" ? headersOf(security) : {},
    ...(own.size === 0 ? {} : { options: { servers: "an object" } }),
    secrets: secretsOf(selection),
  };
  return [
    header(api),
    // As a whole, since the names of the types below come from the spec and could be the same.
    'import type * as core from "@git-tokens/core";\n',
    importsOf(security),
    "\n",
    jsdoc([`The spec that this package was generated from: its version, and the SHA-256 of its text.`]),
    `export const spec: { readonly version: string; readonly hash: string } = ${literal({ version: api.info.version, hash })};\n\n`,
    jsdoc([title]),
    `export const provider: core.Provider<${JSON.stringify(api.name)}> = ${withSecurity(literal(provider), security)};\n\n`,
    renderServers(servers),
    authType(`${type}Auth`, security),
    jsdoc([`The options of a client for ${title}.`]),
    `export interface ${type}Options extends core.ClientOptions {\n  readonly auth${isOptional(security) ? "?" : ""}: ${type}Auth;\n`,
    baseUrlOption(servers),
    serversOption(own),
    "}\n",
  ].join("");
}

/** Whether some operation can be called without a credential. */
const isOptional = ({ common, isCommon }: Security): boolean => !isCommon || common.some(({ length }) => length === 0);

function importsOf(security: Security): string {
  const names = [
    ...(securityFunction(security) ?? []),
    ...(security.schemes.some(({ kind }) => kind === "basic") ? ["type BasicCredential"] : []),
  ];
  return names.length > 0 ? `import { ${names.join(", ")} } from "@git-tokens/core/security";\n` : "";
}

/** The code of the provider, with the member that is no plain data. */
const withSecurity = (code: string, security: Security): string =>
  security.kind === "one" ? code : code.replace(/\n\}$/, `,\n  security: ${securityCode(security)}\n}`);

/** The names of all fields and parameters that carry a secret, in either direction. */
function secretsOf({ operations }: Selection): readonly string[] {
  const names = operations.flatMap(({ parameters, requestBody, responses }) => [
    ...parameters.filter(({ secret }) => secret).map(({ name }) => name),
    // A body that is a secret as a whole is one under this name in the input.
    ...(requestBody?.contents.some(({ secrets }) => secrets.whole) ? ["body"] : []),
    ...responses.flatMap(({ headers }) => headers.filter(({ secret }) => secret).map(({ name }) => name.toLowerCase())),
    ...[requestBody, ...responses].flatMap((part) => part?.contents.flatMap(({ secrets }) => secrets.fields) ?? []),
  ]);
  return [...new Set(names)].sort();
}

const literal = (value: unknown): string => JSON.stringify(value, undefined, 2).replaceAll(/"([A-Za-z]\w*)":/g, "$1:");
