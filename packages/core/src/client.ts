import type { CallOptions } from "./call-options.ts";
import type { Fetch } from "./delivery/call.ts";
import type { Delivered } from "./delivery/delivered.ts";
import { direct } from "./delivery/direct-fetch.ts";
import { sendWithRetry } from "./delivery/send-with-retry.ts";
import { ConfigError } from "./errors/config-error.ts";
import { DEFAULTS, mergeOptions } from "./merge-options.ts";
import type { OperationDefinition } from "./operation-definition.ts";
import type { Provider } from "./provider.ts";
import { checkBaseUrl } from "./request/base-url.ts";
import { credentialSource } from "./request/credential.ts";
import { buildRequest } from "./request/http-request.ts";
import type { RequestParts } from "./request/request-parts.ts";
import type { Credentials } from "./security/scheme.ts";

/** What a client is made with; a call may override all but the first four. */
export interface ClientOptions extends Omit<CallOptions, "signal"> {
  /** Each credential under the name of its security scheme; the provider's own options say which. */
  readonly auth?: Credentials;
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
  const select = provider.security?.(options?.auth) ?? always(credentialSource(provider, options?.auth));
  const baseUrl = checkBaseUrl(options.baseUrl ?? provider.server, options.allowInsecure);
  const base = mergeOptions(DEFAULTS, options);

  return {
    provider: provider.name,
    [send]: async (definition, parts, given) => {
      const settings = given ? mergeOptions(base, given) : base;
      const request = buildRequest(definition, parts, baseUrl, settings.headers);
      const fetch: Fetch | undefined = options.fetch ?? globalThis.fetch;
      if (!fetch) throw new ConfigError("fetch", "is missing; Node 22.12 and later have it", { definition });
      const isDirect = fetch === globalThis.fetch || direct in fetch;
      return sendWithRetry({
        definition,
        request,
        settings,
        credential: select(definition),
        fetch,
        isDirect,
        secretNames: provider.secrets,
      });
    },
  };
}

const always =
  <T>(value: T) =>
  (): T =>
    value;
