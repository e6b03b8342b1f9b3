import type { ApiSecurityScheme } from "../description/api-description.ts";
import { jsdoc } from "./jsdoc.ts";
import { propertyKey } from "./names.ts";
import { prose } from "./operation-docs.ts";
import type { Alternatives, Security } from "./security.ts";

/** The type of a client's credentials. */
export function authType(name: string, { schemes, common, isCommon }: Security): string {
  const needed = common.filter(({ length }) => length > 0);
  if (schemes.length === 0)
    return `${jsdoc(["No operation takes a credential."])}export type ${name} = Readonly<Record<string, never>>;\n\n`;
  if (isCommon) {
    const members = needed.map((names) => alternative(names, schemes));
    const title = needed.every(({ length }) => length === 1)
      ? "Exactly one credential."
      : "The credentials of one way to authenticate.";
    return `${jsdoc([title])}export type ${name} =\n${members.join("\n")};\n\n`;
  }
  const members = schemes.map((scheme) => member(scheme, "  ", true));
  return `${jsdoc(["The credentials that a caller has; operations differ in what they need."])}export type ${name} = {\n${members.join("")}};\n\n`;
}

/** One alternative: the credentials of its schemes, and no other. */
function alternative(names: readonly string[], schemes: readonly ApiSecurityScheme[]): string {
  const members = schemes.map((scheme) =>
    names.includes(scheme.name)
      ? member(scheme, "      ", false)
      : `      readonly ${propertyKey(scheme.name)}?: never;\n`,
  );
  return `  | {\n${members.join("")}    }`;
}

function member(scheme: ApiSecurityScheme, indent: string, optional: boolean): string {
  const comment = jsdoc(
    [prose(scheme.description), `Sent as \`${sentAs(scheme)}\`.`, scheme.deprecated ? "@deprecated" : ""],
    indent,
  );
  const type = scheme.kind === "basic" ? "BasicCredential" : "core.Credential";
  return `${comment}${indent}readonly ${propertyKey(scheme.name)}${optional ? "?" : ""}: ${type};\n`;
}

/** How a credential is sent, in words. */
export function sentAs(scheme: ApiSecurityScheme): string {
  if (scheme.kind === "basic") return "authorization: Basic <username:password>";
  if (scheme.kind !== "apiKey") return "authorization: Bearer <credential>";
  if (scheme.in === "query") return `?${scheme.parameter}=<credential>`;
  if (scheme.in === "cookie") return `cookie: ${scheme.parameter}=<credential>`;
  return `${scheme.parameter}: ${scheme.prefix}<credential>`;
}

/** How each credential travels, as the core has it where it is one header. */
export const headersOf = ({ schemes }: Security): object =>
  Object.fromEntries(
    schemes.map((scheme) => [
      scheme.name,
      scheme.kind === "apiKey"
        ? { header: scheme.parameter, prefix: scheme.prefix }
        : { header: "authorization", prefix: "Bearer " },
    ]),
  );

const FUNCTIONS = { none: "noSecurity", headers: "headerSecurity", any: "anySecurity" } as const;

/** What the code imports for it; undefined where the core alone will do. */
export const securityFunction = ({ kind }: Security): readonly string[] | undefined =>
  kind === "one" ? undefined : [FUNCTIONS[kind]];

/** The code for all but one credential in one header. */
export function securityCode(security: Security): string {
  const { schemes, common, kind } = security;
  if (kind === "none") return FUNCTIONS.none;
  const definitions =
    kind === "headers"
      ? headersOf(security)
      : Object.fromEntries(schemes.map((scheme) => [scheme.name, definitionOf(scheme)]));
  const name = kind === "headers" ? FUNCTIONS.headers : FUNCTIONS.any;
  return `/* @__PURE__ */ ${name}(${JSON.stringify(definitions)}, ${alternativesCode(common)})`;
}

function definitionOf(scheme: ApiSecurityScheme): object {
  if (scheme.kind === "basic") return { in: "basic" };
  if (scheme.kind !== "apiKey") return { in: "header", name: "authorization", prefix: "Bearer " };
  const { in: place, parameter: name, prefix } = scheme;
  return place === "header" ? { in: place, name, prefix } : { in: place, name };
}

export const alternativesCode = (alternatives: Alternatives): string => JSON.stringify(alternatives);
