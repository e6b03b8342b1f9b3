import type { ApiDescription } from "../../description/api-description.ts";
import { type CredentialPlace, credentialPlaces } from "../../description/credential-place.ts";
import { isList, isObject, type Json, type JsonObject } from "./json.ts";

/**
 * Makes one security scheme of all those that travel in one header. Generators set the header once for each scheme, in the
 * order of their names, so the last one wins even where the caller gave nothing for it, and a wrong credential is sent.
 * The value of the one scheme is the whole header, so every alternative can be given.
 */
export function oneSchemePerHeader(document: JsonObject, api: ApiDescription): JsonObject {
  const places = credentialPlaces(api).filter((place) => place.in === "header");
  const names = new Map<string, string>();
  const merged = new Map<string, JsonObject>();
  for (const header of new Set(places.map(({ name }) => name))) {
    const own = places.filter(({ name }) => name === header);
    if (own.length < 2) continue;
    const name = camelCase(header);
    if (places.some(({ scheme }) => scheme === name)) continue;
    for (const { scheme } of own) names.set(scheme, name);
    merged.set(name, { type: "apiKey", in: "header", name: headerName(header), description: describe(own) });
  }
  return names.size === 0 ? document : replace(document, names, merged);
}

const camelCase = (header: string): string => header.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const headerName = (header: string): string => header.replaceAll(/(^|-)\w/g, (start) => start.toUpperCase());

const describe = (places: readonly CredentialPlace[]): string =>
  [
    "The value is the whole header, one of:",
    ...places.map(({ scheme, prefix, description }) => `- ${scheme}: ${description ?? `\`${prefix}CREDENTIAL\``}`),
  ].join("\n");

function replace(
  document: JsonObject,
  names: ReadonlyMap<string, string>,
  merged: ReadonlyMap<string, JsonObject>,
): JsonObject {
  const requirements = (security: readonly Json[]): readonly Json[] => {
    const renamed = security.map((requirement) =>
      isObject(requirement)
        ? Object.fromEntries(Object.entries(requirement).map(([name, scopes]) => [names.get(name) ?? name, scopes]))
        : requirement,
    );
    return [...new Map(renamed.map((requirement) => [JSON.stringify(requirement), requirement])).values()];
  };
  const visit = (node: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(node).map(([key, child]) => {
        if (key === "security" && isList(child)) return [key, requirements(child)];
        if (key === "securitySchemes" && isObject(child)) return [key, schemes(child)];
        return [key, key !== "example" && key !== "examples" && isObject(child) ? visit(child) : child];
      }),
    );
  const schemes = (own: JsonObject): JsonObject => ({
    ...Object.fromEntries(Object.entries(own).filter(([name]) => !names.has(name))),
    ...Object.fromEntries(merged),
  });
  return visit(document);
}
