import { configError } from "../errors/config-error.ts";
import type { OperationFacts } from "../operation-facts.ts";
import type { Addressed, CredentialSource, SelectCredential } from "../request/credential-source.ts";
import { type CredentialRequest, shareRenewals } from "../request/renewal.ts";
import { addCredential } from "./add-credential.ts";
import { faultOf, secretsIn, textOf } from "./given-credential.ts";
import type { SchemeDefinition } from "./scheme.ts";

type Schemes = Readonly<Record<string, SchemeDefinition>>;
type Given = Readonly<Record<string, unknown>>;

/**
 * Security of any kind that OpenAPI has: several schemes for one request, another one for each operation, and requests
 * without any. For generated code.
 *
 * @param schemes All of them, by name.
 * @param alternatives What an operation needs that says nothing of its own: one of these lists is enough, all schemes of it
 *   are needed, and an empty list is a request without credentials.
 */
export function anySecurity(
  schemes: Schemes,
  alternatives: readonly (readonly string[])[],
): (auth: unknown) => SelectCredential {
  return (auth) => {
    const given = checked(schemes, auth);
    const sources = new Map<string, CredentialSource>();
    return (definition) => {
      const names = chosen(definition.security ?? alternatives, given, definition);
      const key = names.join();
      const source = sources.get(key) ?? sourceOf(schemes, names, given);
      sources.set(key, source);
      return source;
    };
  };
}

/** The credentials that are there, each of them one that can be sent. @throws {ConfigError} */
function checked(schemes: Schemes, auth: unknown): Given {
  const names = Object.keys(schemes).join(", ") || "nothing";
  if (auth !== undefined && (typeof auth !== "object" || !auth)) throw configError("auth", `must have ${names}`);
  const given = Object.entries({ ...auth }).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) {
    const scheme = Object.hasOwn(schemes, name) ? schemes[name] : undefined;
    if (!scheme) throw configError(`auth.${name}`, `is not one of ${names}`);
    const fault = typeof value === "function" ? undefined : faultOf(scheme, value);
    if (fault) throw configError(`auth.${name}`, fault);
  }
  return Object.fromEntries(given);
}

/** The schemes of the first alternative whose credentials are there. @throws {ConfigError} */
function chosen(
  alternatives: readonly (readonly string[])[],
  given: Given,
  definition: OperationFacts,
): readonly string[] {
  const complete = alternatives.filter((names) => names.every((name) => name in given));
  // With a credential rather than without, where both will do.
  const best = complete.find((names) => names.length > 0) ?? complete[0];
  if (best || alternatives.length === 0) return best ?? [];
  const needed = alternatives.map((names) => names.join(" and ")).join(", or ");
  throw configError("auth", `must have ${needed}`, definition);
}

/** One source for all schemes of an alternative: their values travel as one text, which is taken apart when it is sent. */
function sourceOf(schemes: Schemes, names: readonly string[], given: Given): CredentialSource {
  const parts = names.flatMap((name) => {
    const scheme = schemes[name];
    return scheme ? [{ name, scheme, value: given[name] }] : [];
  });
  const option = parts.map(({ name }) => `auth.${name}`).join(" and ") || "auth";
  const ask = async (request: CredentialRequest): Promise<string> => {
    const values = parts.map(async ({ name, scheme, value }) => {
      const asked: unknown = typeof value === "function" ? await value(request) : value;
      const fault = faultOf(scheme, asked);
      if (fault) throw configError(`auth.${name}`, fault);
      return asked;
    });
    return pack(await Promise.all(values));
  };
  /** The values that were packed, each with its scheme. */
  const sent = (packed: string) => {
    const values = unpack(packed);
    return parts.map(({ scheme }, index) => ({ scheme, value: values[index] }));
  };
  const asks = parts.some(({ value }) => typeof value === "function");
  return {
    option,
    header: "",
    prefix: "",
    given: asks ? ask : parts.length > 0 ? pack(parts.map(({ value }) => value)) : "",
    ...(asks && { renewal: shareRenewals(ask) }),
    secrets: (packed) => sent(packed).flatMap(({ scheme, value }) => secretsIn(scheme, value)),
    apply: (request, packed) =>
      sent(packed).reduce<Addressed>(
        (before, { scheme, value }) => addCredential(scheme, before, textOf(scheme, value)),
        request,
      ),
  };
}

/** In visible ASCII, as any credential. */
const pack = (values: readonly unknown[]): string => encodeURIComponent(JSON.stringify(values));

const unpack = (packed: string): readonly unknown[] => (packed ? JSON.parse(decodeURIComponent(packed)) : []);
