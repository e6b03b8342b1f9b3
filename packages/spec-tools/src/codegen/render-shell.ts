import type { ApiDescription } from "../description/api-description.ts";
import type { GeneratedFiles } from "./generated-files.ts";
import { header } from "./header.ts";
import { jsdoc } from "./jsdoc.ts";
import { propertyKey } from "./names.ts";
import { type ShellNames, shellNames } from "./shell-names.ts";
import type { Way } from "./ways.ts";

/**
 * The sources of a provider's package that differ from another's in names only: its entry points, and the suite that holds
 * it to its spec.
 */
export async function renderShell(api: ApiDescription): Promise<GeneratedFiles> {
  const names = shellNames(api);
  const sources: readonly [file: string, render: (names: ShellNames) => string][] = [
    ["client.ts", client],
    ["contract.test.ts", contractTest],
    [`create-${names.name}.ts`, create],
    ["index.ts", index],
    ["operations.ts", operationsEntry],
    ["testing.ts", testing],
  ];
  return new Map(sources.map(([file, render]) => [file, header(api) + render(names)]));
}

const client = ({ name, type }: ShellNames): string => `\
import { type Client, createClient as createCoreClient } from "@git-tokens/core";
import { provider, type ${type}Options } from "./generated/provider.gen.ts";

/** The first argument of the standalone operations of this package. */
export type ${type}Client = Client<"${name}">;

/**
 * Creates a client for the standalone operations. A bundle only contains the operations that a program imports.
 *
 * @throws ConfigError if the credential, the base URL or another option is invalid.
 */
export const createClient = (options: ${type}Options): ${type}Client => createCoreClient(provider, options);
`;

const create = ({ name, type, title }: ShellNames): string => `\
import { type BoundOperations, bindOperations, type RawVerbs } from "@git-tokens/core";
import { createClient, type ${type}Client } from "./client.ts";
import * as operations from "./generated/operations.gen.ts";
import type { ${type}Options } from "./generated/provider.gen.ts";
import type { paths } from "./generated/schema.gen.ts";

${jsdoc([`${title}: a method for each operation, and the raw methods.`])}\
export type ${type} = ${type}Client & BoundOperations<typeof operations> & RawVerbs<paths>;

/**
 * Creates a client with a method for every operation.
 *
 * @throws ConfigError if the credential, the base URL or another option is invalid.
 */
export const create${type} = (options: ${type}Options): ${type} =>
  bindOperations<"${name}", paths, typeof operations>(createClient(options), operations);
`;

const index = ({ name, type }: ShellNames): string => `\
export {
  ApiError,
  type BoundOperations,
  type CallOptions,
  type Client,
  type ClientEvent,
  ConfigError,
  ConnectionError,
  type Credential,
  type CredentialRequest,
  directFetch,
  type Effect,
  GitTokensError,
  type HeadersOption,
  isApiError,
  isConfigError,
  isConnectionError,
  isGitTokensError,
  isRedirectError,
  isResponseError,
  isTimeoutError,
  type Operation,
  type Outcome,
  RedirectError,
  ResponseError,
  type ResponseOf,
  type RetryOptions,
  type Settled,
  settle,
  TimeoutError,
  withResponse,
} from "@git-tokens/core";
export { create${type}, type ${type} } from "./create-${name}.ts";
export type * from "./generated/operations.gen.ts";
export { spec, type ${type}Auth, type ${type}Options } from "./generated/provider.gen.ts";
`;

const operationsEntry = ({ type }: ShellNames): string => `\
export { createClient, type ${type}Client } from "./client.ts";
export * from "./generated/operations.gen.ts";
`;

const testing = ({ type, title }: ShellNames): string => `\
import * as core from "@git-tokens/core/testing";
import * as operations from "./generated/operations.gen.ts";

export {
  type Answer,
  type Answers,
  lost,
  type Reply,
  status,
  type TestRequest,
  undocumented,
} from "@git-tokens/core/testing";

${jsdoc([`Responds in place of the service: ${title}.`])}\
export type ${type}TestTransport = core.TestTransport<typeof operations>;

/**
 * A transport for tests of your own code: it responds to operations by name, and loses responses on demand. The delivery is
 * the real one: retries, errors, outcomes and recoveries are those of the service.
 *
 * A mistake in the test is not a failure of the service. If an answer function throws, for example a failed assertion, the
 * call rejects with exactly that. An operation without an answer rejects with an error that names it. Neither is retried.
 *
 * The README has an example.
 *
 * @param answers By operation name: a success body, \`status\`, \`undocumented\`, one of \`lost\`, a function of the request
 * that returns one of these, or a list of them, used in order; the last one is used from then on.
 * @throws {TypeError} if an operation does not exist.
 */
export const testTransport = (answers?: core.AnswerTable<typeof operations>): ${type}TestTransport =>
  core.testTransport(operations, answers);
`;

const contractTest = ({ name, type, ways }: ShellNames): string => `\
import { fileURLToPath } from "node:url";
import { describeContract } from "@git-tokens/spec-tools/contract/describe-contract";
import { create${type} } from "./create-${name}.ts";
import * as operations from "./generated/operations.gen.ts";

await describeContract({
  spec: fileURLToPath(new URL("../../../specs/${name}.yaml", import.meta.url)),
  operations,
  connect: {
${ways.map((way) => `    ${propertyKey(way.name)}: ${connection(type, way)},\n`).join("")}\
  },
});
`;

/** The code of a function that makes a client with the credentials of a way. */
function connection(type: string, { schemes }: Way): string {
  const members = schemes.map(({ name, kind }) => {
    const value = kind === "basic" ? "{ username: credential, password: credential }" : "credential";
    return `${propertyKey(name)}: ${value}`;
  });
  if (members.length === 0) return `(connection) => create${type}({ ...connection, auth: {} })`;
  return `(connection, credential) => create${type}({ ...connection, auth: { ${members.join(", ")} } })`;
}
