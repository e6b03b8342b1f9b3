/** What the core needs to know of a provider at run time; generated from the spec. */
export interface Provider<Name extends string = string> {
  readonly name: Name;
  /** The default server; absent where every installation has its own. */
  readonly server?: string;
  /** How each credential travels, by the name of its security scheme. */
  readonly auth: Readonly<Record<string, { readonly header: string; readonly prefix: string }>>;
  /** The names of the body fields, at any depth, that carry a secret. */
  readonly secrets: readonly string[];
}
