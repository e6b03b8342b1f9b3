import type { Found } from "../../description/schemas/objects-in.ts";
import { eachObject, type Fault } from "./rule.ts";

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

const ROOT: ReadonlyMap<string, string> = new Map([
  ["jsonSchemaDialect", "leave it out"],
  ["webhooks", "describe them in info.description"],
]);

/** Each spec is also published as OpenAPI 3.0.3, and must mean the same there. */
export const portableKeywords = eachObject(["Root", "Info", "Schema"], (found) => {
  const { kind, value, pointer } = found;
  if (kind === "Root") return lost(found, ROOT, "is lost in OpenAPI 3.0");
  if (kind === "Schema") return [...lost(found, SCHEMA, "does not survive in OpenAPI 3.0"), ...schemaFaults(found)];
  const { summary, license } = value;
  return [
    ...(summary === undefined
      ? []
      : [
          fault(
            pointer,
            "summary",
            "info.summary is lost in OpenAPI 3.0; make it the first sentence of info.description",
          ),
        ]),
    ...(typeof license === "object" && license !== null && "identifier" in license
      ? [fault(pointer, "license/identifier", "license.identifier is lost in OpenAPI 3.0; write license.url")]
      : []),
  ];
});

const fault = (pointer: string, key: string, message: string): Fault => ({ pointer: `${pointer}/${key}`, message });

const lost = ({ value, pointer }: Found, known: ReadonlyMap<string, string>, what: string): readonly Fault[] =>
  Object.keys(value).flatMap((key) => {
    const instead = known.get(key);
    return instead === undefined ? [] : [fault(pointer, key, `${key} ${what}; ${instead}`)];
  });

function schemaFaults({ value, pointer }: Found): readonly Fault[] {
  const bounds = ["exclusiveMinimum", "exclusiveMaximum"].filter((key) => typeof value[key] === "number");
  const faults = bounds.map((key) => {
    const instead = key.replace("exclusiveM", "m");
    return fault(pointer, key, `a number at ${key} does not survive in OpenAPI 3.0; use ${instead}`);
  });
  const next = value.$ref === undefined ? [] : Object.keys(value).filter((key) => key !== "$ref");
  if (next.length === 0) return faults;
  const message = `${next.join(", ")} next to a $ref is ignored in OpenAPI 3.0; put the $ref into an allOf with one entry`;
  return [...faults, fault(pointer, "$ref", message)];
}
