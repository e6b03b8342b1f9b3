import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CallOptions, Client, ClientOptions, OperationDefinition } from "@git-tokens/core";
import type { ApiOperation } from "@git-tokens/spec-tools/description/api-description";
import { credentialPlaces } from "@git-tokens/spec-tools/description/credential-place";
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
      const [place] = credentialPlaces(api);
      if (place === undefined) throw new Error(`${file} has no security scheme`);
      return api.operations.map((operation): ProviderOperation => {
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
          connect: (credential, options) => module.createClient({ ...options, auth: { [place.scheme]: credential } }),
          call,
        };
      });
    }),
  );
  return found.flat();
}

function answerOf(operation: ApiOperation, secret: string): Script["answer"] {
  const success = operation.responses.find(isSuccess);
  if (success === undefined) throw new Error(`${operation.id} documents no success`);
  const status = Number(success.status);
  const [body] = success.contents;
  if (body === undefined) return { status };
  const [example] = body.examples;
  if (example === undefined) throw new Error(`${operation.id}: the success ${status} has no example`);
  const { value } = example;
  return {
    status,
    body: body.secrets.fields.length > 0 ? { ...Object(value), ...filled(body.secrets.fields, secret) } : value,
  };
}

const filled = (names: readonly string[] = [], secret: string): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, secret]));
