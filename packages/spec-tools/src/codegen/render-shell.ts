import type { Spec } from "../description/read-spec.ts";
import type { GeneratedFiles } from "./generate.ts";
import { header } from "./header.ts";
import { jsdoc } from "./jsdoc.ts";
import { propertyKey } from "./names.ts";
import { type ShellNames, shellNames } from "./shell-names.ts";

/**
 * The sources of a provider's package that differ from another's in names only: its entry points, and the suite that holds
 * it to its spec.
 */
export async function renderShell(spec: Spec): Promise<GeneratedFiles> {
  const names = shellNames(spec);
  const sources: readonly [file: string, render: (names: ShellNames) => string][] = [
    ["client.ts", client],
    ["contract.test.ts", contractTest],
    [`create-${names.name}.ts`, create],
    ["index.ts", index],
    ["operations.ts", operationsEntry],
    ["testing.ts", testing],
  ];
  return new Map(sources.map(([file, render]) => [file, header(spec) + render(names)]));
}

const client = ({ name, type }: ShellNames): string => `\
import { type Client, createClient as createCoreClient } from "@git-tokens/core";
import { provider, type ${type}Options } from "./generated/provider.gen.ts";

/** What the standalone operations of this package are called with. */
export type ${type}Client = Client<"${name}">;

/**
 * Makes a client for the standalone operations: what a program does not import does not end up in its bundle.
 *
 * @throws ConfigError where the credential, the base URL or another option cannot be used.
 */
export const createClient = (options: ${type}Options): ${type}Client => createCoreClient(provider, options);
`;

const create = ({ name, type, title }: ShellNames): string => `\
import { type BoundOperations, bindOperations, type RawVerbs } from "@git-tokens/core";
import { createClient, type ${type}Client } from "./client.ts";
import * as operations from "./generated/operations.gen.ts";
import type { ${type}Options } from "./generated/provider.gen.ts";
import type { paths } from "./generated/schema.gen.ts";

${jsdoc([`${title}: a method for each operation, and the raw verbs.`])}\
export type ${type} = ${type}Client & BoundOperations<typeof operations> & RawVerbs<paths>;

/**
 * Makes a client with a method for every operation.
 *
 * @throws ConfigError where the credential, the base URL or another option cannot be used.
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
  type RetryOptions,
  type Settled,
  settle,
  TimeoutError,
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

${jsdoc([`Answers in place of the service, as a test says: ${title}.`])}\
export type ${type}TestTransport = core.TestTransport<typeof operations>;

/**
 * A transport for tests of your own code: it answers operations by their names, and loses responses on demand. The delivery
 * above it is the real one, so what is repeated, which error comes, its outcome and its recovery are those of the service.
 *
 * A mistake of the test is no failure of the service: the call rejects with exactly what an answer function threw, such as
 * a failed assertion, or with an error that names the operation that has no answer, and repeats nothing.
 *
 * The README has an example.
 *
 * @param answers By operation name: a success body, \`status\`, \`undocumented\`, one of \`lost\`, a function of the request
 * that gives one of these, or a list of them to be given in turn, whose last one stays.
 * @throws {TypeError} where an answer is given to an operation that does not exist.
 */
export const testTransport = (answers?: core.AnswerTable<typeof operations>): ${type}TestTransport =>
  core.testTransport(operations, answers);
`;

const contractTest = ({ name, type, schemes }: ShellNames): string => `\
import { fileURLToPath } from "node:url";
import { describeContract } from "@git-tokens/contract/describe-contract";
import { create${type} } from "./create-${name}.ts";
import * as operations from "./generated/operations.gen.ts";

await describeContract({
  spec: fileURLToPath(new URL("../../../specs/${name}.yaml", import.meta.url)),
  operations,
  connect: {
${schemes
  .map(propertyKey)
  .map(
    (key) =>
      `    ${key}: (connection, credential) => create${type}({ ...connection, auth: { ${key}: credential } }),\n`,
  )
  .join("")}\
  },
});
`;
