import { checkedBaseUrl } from "./base-url.ts";
import type { CallOptions } from "./call-options.ts";
import { type Credential, credentialSource } from "./credential.ts";
import { type Delivery, deliver } from "./deliver.ts";
import { type BuiltRequest, createEngine, type RawVerbs, type RequestInput, VERBS } from "./engine.ts";
import { ConfigError } from "./errors/config-error.ts";
import { checkedPath, takeApart } from "./input.ts";
import type { Operation, OperationArguments, OperationDefinition } from "./operation.ts";
import type { Provider } from "./provider.ts";
import { rawDefinition, rawResponse } from "./raw.ts";
import { settingsOf } from "./settings.ts";

/** What a client is made with; a call may override all but the first four. */
export interface ClientOptions extends Omit<CallOptions, "signal"> {
  /** Exactly one credential, under the name of its security scheme. */
  readonly auth: Readonly<Record<string, Credential>>;
  /** The server's address. */
  readonly baseUrl?: string | undefined;
  /** Allows http to a host that is not this machine: the credential then travels in the clear. */
  readonly allowInsecure?: boolean | undefined;
  /** Sends the requests in place of the runtime's `fetch`. It must honour `redirect: "manual"` and `signal`. */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
}

/** The key under which a client carries out operations. Registered, so that two copies of this package agree on it. */
export const send: unique symbol = Symbol.for("@git-tokens/core/send");

/** Carries out the operations of one provider. */
export interface Client<Name extends string = string> {
  readonly provider: Name;
  readonly [send]: <Output>(definition: OperationDefinition, input?: object, options?: CallOptions) => Promise<Output>;
}

/** A provider's operations as methods of its client. */
export type BoundOperations<Operations> = {
  readonly [Name in keyof Operations]: Operations[Name] extends Operation<
    infer _Name,
    infer Input,
    infer Output,
    infer _Errors
  >
    ? (...args: OperationArguments<Input>) => Promise<Output>
    : never;
};

type AnyOperations = Readonly<Record<string, { readonly definition: OperationDefinition }>>;

/**
 * A client with the raw verbs and, where `operations` are given, a method for each of them.
 *
 * @throws {ConfigError} where the credential or the base URL cannot be used.
 */
export function createClient<Name extends string, Paths extends object, Operations extends object = object>(
  provider: Provider<Name>,
  options: ClientOptions,
  operations?: Operations & AnyOperations,
): Client<Name> & RawVerbs<Paths> & BoundOperations<Operations> {
  const definitions = Object.values<AnyOperations[string]>(operations ?? {}).map(({ definition }) => definition);
  const credential = credentialSource(provider, options.auth);
  const engine = createEngine(checkedBaseUrl(options.baseUrl ?? provider.server, options.allowInsecure));
  settingsOf(options);

  const prepare = (definition: OperationDefinition, call: CallOptions | undefined) => {
    const settings = settingsOf(options, call);
    const secrets = new Set<string>();
    return {
      input: {
        headers: { accept: "application/json", ...settings.headers },
        bodySerializer: bodySerializer(definition, provider.secrets, secrets),
      },
      delivery: ({ url, headers, body }: BuiltRequest): Delivery => ({
        ...{ definition, url, headers, body, credential, settings, secrets },
        fetch: options.fetch ?? globalThis.fetch,
      }),
    };
  };

  const client: Client<Name> = {
    provider: provider.name,
    [send]: async <Output>(definition: OperationDefinition, given?: object, call?: CallOptions): Promise<Output> => {
      const { input, delivery } = prepare(definition, call);
      const { path, query, body } = takeApart(definition, given);
      let data: unknown;
      await engine(definition.method, definition.path, { ...input, params: { path, query }, body }, async (request) => {
        const result = await deliver(delivery(request));
        if (!result.ok) throw result.error;
        data = result.data;
        return NOTHING_LEFT;
      });
      // What the spec documents; readValue has held the answer's kind and its secrets against it.
      return data as Output;
    },
  };

  const raw = VERBS.map((verb) => [
    verb,
    async (path: string, init: RequestInput & CallOptions) => {
      const definition = rawDefinition(verb, path, definitions);
      const { input, delivery } = prepare(definition, init);
      checkedPath(definition, init?.params?.path);
      return engine(verb, path, { ...input, params: init?.params ?? {}, body: init?.body }, async (request) =>
        rawResponse(await deliver(delivery(request))),
      );
    },
  ]);
  const bound = definitions.map((definition) => [
    definition.name,
    (input?: object, call?: CallOptions) => client[send](definition, input, call),
  ]);
  return Object.assign(client, Object.fromEntries([...raw, ...bound]));
}

/** What openapi-fetch is told when the answer is read already. */
const NOTHING_LEFT = { ok: true, status: 204, headers: new Map() } as unknown as Response;

/** Writes a body as JSON and notes the secrets that stand in it. */
function bodySerializer(definition: OperationDefinition, names: readonly string[], secrets: Set<string>) {
  return (body: unknown): string => {
    const note = (key: string, value: unknown): unknown => {
      if (typeof value === "string" && value !== "" && names.includes(key)) secrets.add(value);
      return value;
    };
    try {
      return JSON.stringify(body, note);
    } catch (cause) {
      throw new ConfigError("input", "cannot be written as JSON", {
        definition,
        attempts: 0,
        outcome: "not-sent",
        cause,
      });
    }
  };
}
