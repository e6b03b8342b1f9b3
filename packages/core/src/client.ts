import { checkProxy, userAgent } from "#runtime";
import type { CallOptions } from "./call-options.ts";
import { CLIENT_OPTIONS } from "./check-options.ts";
import type { Fetch } from "./delivery/call.ts";
import type { Delivered } from "./delivery/delivered.ts";
import { sendWithRetry } from "./delivery/send-with-retry.ts";
import { startCall } from "./delivery/start-call.ts";
import { configError } from "./errors/config-error.ts";
import { DEFAULTS, mergeOptions } from "./merge-options.ts";
import type { OperationDefinition } from "./operation-definition.ts";
import type { Provider } from "./provider.ts";
import { checkBaseUrl } from "./request/base-url.ts";
import { oneCredential } from "./request/credential.ts";
import { buildRequest } from "./request/http-request.ts";
import type { RequestParts } from "./request/request-parts.ts";
import type { Credentials } from "./security/scheme.ts";

/** The options of a client; a call can override all but the first five. */
export interface ClientOptions extends Omit<CallOptions, "signal"> {
  /** The credentials, each under the name of its security scheme. The options of the provider list them. */
  readonly auth?: Credentials;
  /** The address of the server. */
  readonly baseUrl?: string | undefined;
  /** Allows http to a host that is not this machine. The credential is then sent unencrypted. */
  readonly allowInsecure?: boolean | undefined;
  /**
   * Sends the requests instead of the runtime's `fetch`. It must honour `redirect: "manual"` and `signal`. An error that it
   * throws proves nothing, unless it is a `directFetch`, or `undiciFetch` of `@git-tokens/core/undici`.
   */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Is added before ours in the header `user-agent`, such as `my-app/1.0`. Browsers send their own. */
  readonly userAgent?: string | undefined;
}

/** The key under which a client sends requests. Registered, so that two copies of this package agree on it. */
export const send: unique symbol = Symbol.for("@git-tokens/core/send");

/** Sends the requests of one provider. */
export interface Client<Name extends string = string> {
  readonly provider: Name;
  /** Rejects with a `ConfigError`, if no request can be made. */
  readonly [send]: (definition: OperationDefinition, parts: RequestParts, options?: CallOptions) => Promise<Delivered>;
}

/**
 * Creates a client for the standalone operations of a provider.
 *
 * @throws {ConfigError} if the credential, the base URL or another option is invalid.
 */
export function createClient<Name extends string>(provider: Provider<Name>, options: ClientOptions): Client<Name> {
  const select = (provider.security ?? oneCredential(provider))(options?.auth);
  const base = mergeOptions({ ...DEFAULTS, headers: userAgent(provider.name, options.userAgent) }, options, {
    ...CLIENT_OPTIONS,
    ...provider.options,
  });
  const baseUrl = checkBaseUrl(options.baseUrl ?? provider.server, options.allowInsecure);
  checkProxy("baseUrl", baseUrl, options);

  return {
    provider: provider.name,
    [send]: (definition, parts, given) => {
      const call = startCall(definition, base);
      return sendWithRetry(call, () => {
        if (given) call.settings = mergeOptions(base, given);
        const address = definition.server?.(options, baseUrl) ?? baseUrl;
        const request = buildRequest(definition, parts, address, call.settings.headers);
        const fetch: Fetch | undefined = options.fetch ?? globalThis.fetch;
        if (!fetch) throw configError("fetch", "is missing; Node 22.12 and later have it", definition);
        return { request, source: select(definition), fetch, secretNames: provider.secrets };
      });
    },
  };
}
