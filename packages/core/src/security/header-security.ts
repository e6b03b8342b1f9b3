import { configError } from "../errors/config-error.ts";
import type { Provider } from "../provider.ts";
import { sourceOf } from "../request/credential.ts";
import type { SelectCredential } from "../request/credential-source.ts";
import { NO_CREDENTIAL } from "./no-security.ts";

/**
 * One credential in one header, another one for each operation, or none. For generated code.
 *
 * @param auth All of them, by the names of their schemes.
 * @param alternatives What an operation needs that says nothing of its own: lists of one name or none, any of which is enough.
 */
export const headerSecurity =
  (auth: Provider["auth"], alternatives: readonly (readonly string[])[]): ((given: unknown) => SelectCredential) =>
  (given) => {
    const values = Object.entries<unknown>(Object(given)).filter(([, value]) => value !== undefined);
    const sources = new Map(
      values.map(([name, value]) => {
        if (Object.hasOwn(auth, name)) return [name, sourceOf({ auth }, { [name]: value })];
        throw configError(`auth.${name}`, `is not one of ${Object.keys(auth).join(", ")}`);
      }),
    );
    return (definition) => {
      const wanted = definition.security ?? alternatives;
      const name = wanted.flat().find((one) => sources.has(one)) ?? "";
      const source =
        sources.get(name) ??
        (wanted.every(({ length }) => length > 0) && wanted.length > 0 ? undefined : NO_CREDENTIAL);
      if (source) return source;
      throw configError("auth", `must have ${wanted.join(", or ")}`, definition);
    };
  };
