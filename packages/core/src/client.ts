import { checkedBaseUrl } from "./base-url.ts";
import type { CallOptions } from "./call-options.ts";
import { type Credential, credentialSource } from "./credential.ts";
import { deliver } from "./deliver.ts";
import type { Delivered } from "./delivered.ts";
import { ConfigError } from "./errors/config-error.ts";
import { fillPath, type RequestParts } from "./input.ts";
import { serializeQuery } from "./openapi-fetch.ts";
import type { OperationDefinition } from "./operation.ts";
import type { Provider } from "./provider.ts";
import { DEFAULTS, settingsOver } from "./settings.ts";

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

/** The key under which a client sends requests. Registered, so that two copies of this package agree on it. */
export const send: unique symbol = Symbol.for("@git-tokens/core/send");

/** Carries out the operations of one provider. */
export interface Client<Name extends string = string> {
  readonly provider: Name;
  readonly [send]: (definition: OperationDefinition, parts: RequestParts, options?: CallOptions) => Promise<Delivered>;
}

/**
 * A client for the standalone operations of a provider.
 *
 * @throws {ConfigError} where the credential, the base URL or another option cannot be used.
 */
export function createClient<Name extends string>(provider: Provider<Name>, options: ClientOptions): Client<Name> {
  const credential = credentialSource(provider, options?.auth);
  const baseUrl = checkedBaseUrl(options.baseUrl ?? provider.server, options.allowInsecure);
  const base = settingsOver(DEFAULTS, options);

  return {
    provider: provider.name,
    [send]: (definition, parts, call) => {
      const settings = call ? settingsOver(base, call) : base;
      const path = fillPath(definition, parts);
      let query: string;
      let body: string | undefined;
      try {
        query = serializeQuery(parts.query);
        body = JSON.stringify(parts.body);
      } catch {
        throw new ConfigError("input", "cannot be written as a query or as JSON", { definition });
      }
      const url = baseUrl + path + (query && `?${query}`);
      const { fetch = globalThis.fetch } = options;
      if (!fetch) throw new ConfigError("fetch", "is missing; Node 22.12 and later have it", { definition });
      return deliver(definition, url, body, settings, credential, fetch, provider.secrets);
    },
  };
}
