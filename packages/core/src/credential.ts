import { ConfigError } from "./errors/config-error.ts";
import type { Provider } from "./provider.ts";

/**
 * A secret that proves who is calling: a string, or a function that gives one. A function is asked at every call, and
 * once more after a 401. `undefined` is accepted by type, so that an environment variable can stand here, and refused
 * as a {@link ConfigError} at run time.
 */
export type Credential = string | undefined | (() => string | undefined | Promise<string | undefined>);

/** The one credential that a client was given, and how it travels. */
export interface CredentialSource {
  /** The option it came from, as in `auth.apiToken`. */
  readonly option: string;
  readonly header: string;
  readonly prefix: string;
  /** True where asking again may give another credential. */
  readonly renewable: boolean;
  /** Gives whatever the caller's function gives, unchecked. */
  ask(): unknown;
}

/** @throws {ConfigError} where not exactly one credential is given, or it cannot stand in a header. */
export function credentialSource(provider: Provider, auth: Readonly<Record<string, Credential>>): CredentialSource {
  const [name, ...others] = Object.keys(auth ?? {}).filter((key) => auth[key] !== undefined);
  const scheme = name === undefined ? undefined : provider.auth[name];
  if (name === undefined || scheme === undefined || others.length > 0) {
    const wanted = Object.keys(provider.auth).map((key) => `auth.${key}`);
    throw new ConfigError("auth", `must hold one credential, ${wanted.join(" or ")}, and it must not be undefined`);
  }
  const option = `auth.${name}`;
  const credential = auth[name];
  const renewable = typeof credential === "function";
  const fault = renewable ? undefined : credentialFault(credential);
  if (fault) throw new ConfigError(option, fault);
  return { option, ...scheme, renewable, ask: renewable ? credential : () => credential };
}

/** What keeps a value from being sent as a credential, in words that do not repeat it. */
export function credentialFault(credential: unknown): string | undefined {
  if (typeof credential !== "string" || credential === "") return "is missing or empty";
  return /^[\x21-\x7e]+$/.test(credential)
    ? undefined
    : "holds a space, a line break or a letter beyond ASCII, so it is no credential";
}
