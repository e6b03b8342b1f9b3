import type { Rule } from "../../description/rules/rule.ts";

/** What does not survive the way to OpenAPI 3.0, and what to write instead. The converter is silent about all of it. */
const INSTEAD: readonly (readonly [instead: string, keywords: readonly string[]])[] = [
  ["use enum with one value", ["const"]],
  ["use oneOf with a schema per case", ["if", "then", "else", "dependentRequired", "dependentSchemas"]],
  ["name the schema under components.schemas", ["$defs", "$id", "$anchor", "$dynamicAnchor", "$dynamicRef"]],
  ["use items, or an object with named fields", ["prefixItems"]],
  ["use additionalProperties", ["patternProperties"]],
  ["use format: byte", ["contentEncoding"]],
  ["write a YAML comment", ["$comment"]],
  ["say it in the description", ["contains", "minContains", "maxContains", "propertyNames"]],
  ["say it in the description", ["contentMediaType", "contentSchema"]],
  ["leave it out", ["$schema", "unevaluatedItems", "unevaluatedProperties"]],
];

const SCHEMA: ReadonlyMap<string, string> = new Map(
  INSTEAD.flatMap(([instead, keywords]) => keywords.map((keyword) => [keyword, instead] as const)),
);

const ROOT: Readonly<Record<string, string>> = {
  jsonSchemaDialect: "leave it out",
  webhooks: "describe them in info.description",
};

/** Each spec is also published as OpenAPI 3.0.3, and must mean the same there. */
export const portableKeywords: Rule = () => ({
  Root(root, { report, location }) {
    for (const key of Object.keys(root)) {
      if (ROOT[key] === undefined) continue;
      report({ message: `${key} is lost in OpenAPI 3.0; ${ROOT[key]}`, location: location.child(key).key() });
    }
  },
  Info(info, { report, location }) {
    if (!("summary" in info)) return;
    const message = "info.summary is lost in OpenAPI 3.0; make it the first sentence of info.description";
    report({ message, location: location.child("summary").key() });
  },
  License(license, { report, location }) {
    if (!("identifier" in license)) return;
    const message = "license.identifier is lost in OpenAPI 3.0; write license.url";
    report({ message, location: location.child("identifier").key() });
  },
  Schema(schema, { report, location }) {
    for (const key of Object.keys(schema)) {
      const instead = SCHEMA.get(key);
      if (instead === undefined) continue;
      report({
        message: `${key} does not survive in OpenAPI 3.0; ${instead}`,
        location: location.child(key).key(),
      });
    }
    for (const key of ["exclusiveMinimum", "exclusiveMaximum"] as const) {
      if (typeof schema[key] !== "number") continue;
      const instead = key.replace("exclusiveM", "m");
      report({
        message: `a number at ${key} does not survive in OpenAPI 3.0; use ${instead}`,
        location: location.child(key),
      });
    }
  },
  ref: {
    enter(reference, { report, location, type }) {
      const others = Object.keys(reference).filter((key) => key !== "$ref");
      if (type.name !== "Schema" || others.length === 0) return;
      report({
        message: `${others.join(", ")} next to a $ref is ignored in OpenAPI 3.0; put the $ref into an allOf with one entry`,
        location: location.child("$ref").key(),
      });
    },
  },
});
