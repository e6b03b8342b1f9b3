import { configError } from "../errors/config-error.ts";
import type { Provider } from "../provider.ts";
import type { CredentialSource, SelectCredential } from "./credential-source.ts";
import { type CredentialRequest, shareRenewals } from "./renewal.ts";

/**
 * A secret that proves who is calling: a string, or a function that gives one. A function is asked at every call, and
 * once more after a 401. `undefined` is accepted by type, so that an environment variable can be given, and refused as a
 * {@link ConfigError} at run time.
 */
export type Credential =
  | string
  | undefined
  | ((request: CredentialRequest) => string | undefined | Promise<string | undefined>);

/** @throws {ConfigError} where not exactly one credential is given, or it cannot be sent in a header. */
export const oneCredential =
  (provider: Provider) =>
  (auth: unknown): SelectCredential => {
    const source = sourceOf(provider, auth);
    return () => source;
  };

/** How a given credential travels. @throws {ConfigError} as {@link oneCredential} does. */
export function sourceOf(provider: Pick<Provider, "auth">, auth: unknown): CredentialSource {
  const [[name, given] = ["", undefined], ...others] = Object.entries<unknown>(Object(auth));
  const scheme = provider.auth[name];
  if (!scheme || others.length > 0) {
    throw configError("auth", `must have exactly one of ${Object.keys(provider.auth).join(", ")}`);
  }
  const option = `auth.${name}`;
  if (isFunction(given)) return { option, ...scheme, given, renewal: shareRenewals(given) };
  const fault = credentialFault(given);
  if (fault) throw configError(option, fault);
  return { option, ...scheme, given: String(given) };
}

/** What keeps a value from being sent as a credential, in words that do not repeat it. */
export function credentialFault(credential: unknown): string | undefined {
  if (!credential) return "is missing or empty";
  if (typeof credential === "string" && /^[!-~]+$/.test(credential)) return undefined;
  return "must be bare: no prefix, space, line break or non-ASCII letter";
}

const isFunction = (given: unknown): given is (request: CredentialRequest) => unknown => typeof given === "function";
