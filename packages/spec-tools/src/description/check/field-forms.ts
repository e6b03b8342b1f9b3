import { KINDS, type Kind } from "./document-kinds.ts";

/** The form of a field. */
export interface Form {
  readonly of: Kind | "string" | "boolean" | "number" | "any";
  readonly shape: "one" | "list" | "map";
  /** Whether a map holds extensions next to its members. */
  readonly extensible: boolean;
}

const isKind = (name: string): name is Kind => Object.hasOwn(KINDS, name);

function formOf(text: string): Form {
  const [, name = "", suffix = ""] = /^(\w+)(.*)$/.exec(text) ?? [];
  const of = isKind(name) ? name : name === "string" || name === "boolean" || name === "number" ? name : "any";
  return { of, shape: suffix === "" ? "one" : suffix === "[]" ? "list" : "map", extensible: suffix === "{x}" };
}

const FORMS: ReadonlyMap<string, ReadonlyMap<string, Form>> = new Map(
  Object.entries(KINDS).map(([kind, fields]) => [
    kind,
    new Map(Object.entries(fields).map(([field, text]) => [field, formOf(text)])),
  ]),
);

const NO_FORMS: ReadonlyMap<string, Form> = new Map();

/** The fields of an object and their forms. */
export const formsOf = (kind: Kind): ReadonlyMap<string, Form> => FORMS.get(kind) ?? NO_FORMS;

/** The part of `components` that holds what a `$ref` may name, for each object that may be one. */
export const SECTIONS: Partial<Readonly<Record<Kind, string>>> = {
  Schema: "schemas",
  Response: "responses",
  Parameter: "parameters",
  Example: "examples",
  RequestBody: "requestBodies",
  Header: "headers",
  SecurityScheme: "securitySchemes",
  Link: "links",
  Callback: "callbacks",
  PathItem: "pathItems",
  MediaType: "mediaTypes",
};
