/**
 * The address that a client takes where its caller gives none: the first server of the document. Undefined where there is
 * none, or one with variables: those differ between installations, and their defaults are for tools that need some address.
 */
export function defaultServer({
  servers = [],
}: {
  readonly servers?: readonly { readonly url: string }[];
}): string | undefined {
  const [first] = servers;
  return first?.url.includes("{") ? undefined : first?.url;
}
