import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CallOptions, Client, ClientOptions, OperationDefinition } from "@git-tokens/core";
import { authOf, type Way, waysOf } from "@git-tokens/spec-tools/codegen/ways";
import type { ApiOperation } from "@git-tokens/spec-tools/description/api-description";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { exampleInput, isSuccess } from "@git-tokens/spec-tools/description/example-input";
import { type ProviderPlace, providers } from "@git-tokens/spec-tools/project/providers";
import type { Script } from "../server/script.ts";

/** One operation of one provider package, ready to be called. */
export interface ProviderOperation {
  readonly provider: string;
  readonly definition: OperationDefinition;
  /** The first documented examples, with `secret` in place of every secret. */
  input(secret: string): Readonly<Record<string, unknown>>;
  /** The documented success, with `secret` in place of every secret. */
  answer(secret: string): Script["answer"];
  /** Creates a client of the package. */
  connect(credential: string | (() => Promise<string>), options: Omit<ClientOptions, "auth">): Client;
  /** Calls the standalone function of the package. */
  call(client: Client, input: object, options?: CallOptions): Promise<unknown>;
}

type Standalone = ((client: Client, input: object, options?: CallOptions) => Promise<unknown>) & {
  readonly definition: OperationDefinition;
};

/** The exports of `src/operations.ts` of a provider package. */
type ProviderModule = Readonly<Record<string, Standalone>> & {
  readonly createClient: (options: ClientOptions) => Client;
};

/** Every operation of these providers, by default of all in this repository. */
export async function providerOperations(places?: readonly ProviderPlace[]): Promise<readonly ProviderOperation[]> {
  const all = places ?? (await providers());
  const found = await Promise.all(
    all.map(async ({ name, spec: file, packageFolder }) => {
      const [api, module]: [Awaited<ReturnType<typeof describeFile>>, ProviderModule] = await Promise.all([
        describeFile(file),
        import(pathToFileURL(join(packageFolder, "src/operations.ts")).href),
      ]);
      const [way] = waysOf(api);
      if (way === undefined) throw new Error(`${file} has no way to authenticate`);
      return api.operations.filter(isPlain).map((operation): ProviderOperation => {
        const call = module[operation.id];
        if (call === undefined) throw new Error(`${packageFolder} has no ${operation.id}; run pnpm codegen`);
        return {
          provider: name,
          definition: call.definition,
          input: (secret) => ({
            ...exampleInput(operation),
            ...filled(operation.requestBody?.contents[0]?.secrets.fields, secret),
          }),
          answer: (secret) => answerOf(operation, secret),
          connect: (credential, options) => module.createClient({ ...options, auth: credentialsOf(way, credential) }),
          call,
        };
      });
    }),
  );
  return found.flat();
}

/** Whether it has one answer, and its bodies are JSON, as the server of faults reads, sends and spoils them. */
function isPlain({ requestBody, responses }: ApiOperation): boolean {
  const [success, ...others] = responses.filter(isSuccess);
  const [answer] = success?.contents ?? [];
  const isJson = [requestBody?.contents[0], answer].every((body) => body === undefined || body.kind === "json");
  return others.length === 0 && isJson && answer?.shape !== "any";
}

/** What a client is given; a function is asked for the credential of every scheme. */
function credentialsOf(way: Way, credential: string | (() => Promise<string>)): Required<ClientOptions>["auth"] {
  if (typeof credential === "string") return authOf(way, credential);
  const both = async () => {
    const given = await credential();
    return { username: given, password: given };
  };
  return Object.fromEntries(way.schemes.map(({ name, kind }) => [name, kind === "basic" ? both : credential]));
}

function answerOf(operation: ApiOperation, secret: string): Script["answer"] {
  const success = operation.responses.find(isSuccess);
  if (success === undefined) throw new Error(`${operation.id} documents no success`);
  const status = Number(success.status);
  const [body] = success.contents;
  if (body === undefined) return { status };
  const [example] = body.examples;
  if (example === undefined) throw new Error(`${operation.id}: the success ${status} has no example`);
  return { status, body: filledIn(example.value, body.secrets.fields, secret) };
}

const filled = (names: readonly string[] = [], secret: string): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, secret]));

/** A body with a secret in every field that holds one, and at the top level where that is an object. */
function filledIn(value: unknown, names: readonly string[], secret: string): unknown {
  if (names.length === 0 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => filledIn(item, names, secret));
  return { ...value, ...filled(names, secret) };
}
