import type { Kinds } from "./check-options.ts";
import type { SelectCredential } from "./request/credential-source.ts";

/** What the core needs to know about a provider at run time; generated from the spec. */
export interface Provider<Name extends string = string> {
  readonly name: Name;
  /** The default server; absent if every installation has its own. */
  readonly server?: string;
  /** How each credential is sent, by the name of its security scheme. */
  readonly auth: Readonly<Record<string, { readonly header: string; readonly prefix: string }>>;
  /** Set if security is more than one credential in one header; from `@git-tokens/core/security`. */
  readonly security?: (auth: unknown) => SelectCredential;
  /** The options that only clients of this provider have, and the type of each in words. */
  readonly options?: Kinds;
  /** The names of the body fields with a secret, at any depth. */
  readonly secrets: readonly string[];
}
