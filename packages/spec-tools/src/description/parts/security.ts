import type { ApiSecurity, ApiSecurityRequirement, ApiSecurityScheme } from "../api-description.ts";
import type { CheckedReference, CheckedRequirement, CheckedSecurityScheme } from "../check/checked-document.ts";
import { isList } from "../json.ts";
import { pointerTo, resolve, type Scope, type Spot, spotsIn } from "./scope.ts";

export type SecuritySchemes = ReadonlyMap<string, ApiSecurityScheme>;

/** The security schemes of a document by name. */
export function securitySchemesOf(scope: Scope): SecuritySchemes {
  const all = spotsIn(scope.document.components?.securitySchemes, ["components", "securitySchemes"]);
  return new Map(all.map(([name, spot]) => [name, schemeOf(scope, name, spot)]));
}

type Way = ApiSecurityScheme extends infer Scheme
  ? Scheme extends { readonly kind: string }
    ? Omit<Scheme, keyof Common>
    : never
  : never;
type Common = Pick<ApiSecurityScheme, "name" | "description" | "deprecated" | "pointer">;

function schemeOf(scope: Scope, name: string, spot: Spot<CheckedSecurityScheme | CheckedReference>): ApiSecurityScheme {
  const resolved = resolve<CheckedSecurityScheme>(scope.document, spot);
  const { description, deprecated = false } = resolved.value;
  return { name, description, deprecated, pointer: pointerTo(resolved), ...wayOf(resolved.value) };
}

function wayOf(scheme: CheckedSecurityScheme): Way {
  switch (scheme.type) {
    case "apiKey":
      return apiKey(scheme);
    case "http": {
      const name = scheme.scheme?.toLowerCase();
      if (name === "bearer") return { kind: "bearer", issuedBy: "http" };
      return name === "basic" ? { kind: "basic" } : unsupported(`is http ${scheme.scheme ?? "without a scheme"}`);
    }
    case "oauth2":
    case "openIdConnect":
      return { kind: "bearer", issuedBy: scheme.type };
    case "mutualTLS":
      return unsupported("is a client certificate, which the connection carries and no request");
    default:
      return unsupported(`has the type "${scheme.type ?? ""}", which OpenAPI does not know`);
  }
}

const unsupported = (what: string): Way => ({ kind: "unsupported", what });

/** What a header, a cookie or, for our purpose, a query parameter may be called. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

function apiKey({ in: place, name = "", "x-prefix": prefix = "" }: CheckedSecurityScheme): Way {
  if (place !== "header" && place !== "query" && place !== "cookie")
    return unsupported(`is an apiKey in "${place ?? ""}"`);
  if (place === "query" ? name === "" : !TOKEN.test(name))
    return unsupported(`has the name "${name}", which no ${place} can have`);
  if (typeof prefix !== "string" || (prefix !== "" && !/^[\x21-\x7e]+ ?$/.test(prefix))) {
    return unsupported("has an x-prefix that is not one visible word and a space");
  }
  return { kind: "apiKey", in: place, parameter: place === "header" ? name.toLowerCase() : name, prefix };
}

/**
 * What a request of an operation must prove.
 *
 * @param requirements What the operation says, or the document for all.
 * @param operation Where the operation is.
 */
export function securityOf(
  scope: Scope,
  schemes: SecuritySchemes,
  { value, tokens }: Spot<readonly CheckedRequirement[] | undefined>,
  operation: readonly string[],
): ApiSecurity {
  if (value === undefined) return { stated: false, optional: true, alternatives: [] };
  const alternatives: (readonly ApiSecurityRequirement[])[] = [];
  const left: string[] = [];
  for (const [index, requirement] of value.entries()) {
    const read = Object.entries(requirement).map(([name, scopes]) => requirementOf(schemes, name, scopes));
    const problem = read.find((one) => typeof one === "string");
    if (problem === undefined) alternatives.push(read.filter((one) => typeof one !== "string"));
    else {
      left.push(problem);
      const message = `${problem}; this way to authenticate is left out`;
      scope.report({ tokens: [...tokens, String(index)], level: "warning", rule: "security", message });
    }
  }
  if (alternatives.length === 0 && left.length > 0) {
    const message = `no way to authenticate can be served: ${[...new Set(left)].join("; ")}. Add a scheme that can: apiKey, http basic or bearer, oauth2, openIdConnect`;
    scope.report({ tokens: operation, level: "error", rule: "security", message });
  }
  const needed = alternatives.filter((alternative) => alternative.length > 0);
  return { stated: true, optional: needed.length < alternatives.length || value.length === 0, alternatives: needed };
}

function requirementOf(schemes: SecuritySchemes, name: string, scopes: unknown): ApiSecurityRequirement | string {
  const scheme = schemes.get(name);
  if (scheme === undefined) {
    return `the security scheme "${name}" does not exist (components.securitySchemes has ${[...schemes.keys()].join(", ") || "none"})`;
  }
  if (scheme.kind === "unsupported") return `the security scheme "${name}" ${scheme.what}`;
  return { scheme, scopes: isList(scopes) ? scopes.filter((one) => typeof one === "string") : [] };
}
