import { isList, isObject, type Json, type JsonObject } from "./json.ts";
import { mapSchemas } from "./map-schemas.ts";
import { namedSchemas, reachedFrom, referredName, schemaAt } from "./named-schemas.ts";

/** What an object may say and still be merged with another. */
const PLAIN = new Set(["type", "description", "required", "properties"]);

/**
 * Writes a `oneOf` of plain objects as one object with the properties of all, of which those are required that each
 * requires. In 3.0 the generators merge such a union on their own, and wrongly: they demand what one alternative
 * requires, or keep the enum of the last. What is lost is said in the descriptions.
 */
export function flattenUnions(document: JsonObject): JsonObject {
  const merged = new Set<string>();
  const flat = mapSchemas(document, (schema) => {
    const { oneOf, ...own } = schema;
    if (!isList(oneOf) || schema.discriminator !== undefined) return schema;
    const parts = oneOf.map((part) => schemaAt(document, part)).filter((part) => part !== undefined);
    if (parts.length < oneOf.length || !parts.every(isPlain)) return schema;
    const properties = mergeProperties(parts);
    if (properties === undefined) return schema;
    for (const part of oneOf) merged.add(referredName(part) ?? "");
    const [first = [], ...others] = parts.map(requiredOf);
    const required = first.filter((name) => others.every((names) => names.includes(name)));
    return { type: "object", ...own, ...(required.length > 0 && { required }), properties };
  });
  return merged.size === 0 ? flat : withoutUnused(flat, merged);
}

const isPlain = (part: JsonObject): boolean =>
  part.type === "object" && Object.keys(part).every((key) => PLAIN.has(key));

const requiredOf = ({ required }: JsonObject): readonly Json[] => (isList(required) ? required : []);

const propertiesOf = ({ properties }: JsonObject): JsonObject => (isObject(properties) ? properties : {});

/** Undefined where two alternatives have a property of one name that differs in more than its values and its text. */
function mergeProperties(parts: readonly JsonObject[]): JsonObject | undefined {
  const names = new Set(parts.flatMap((part) => Object.keys(propertiesOf(part))));
  const properties = [...names].map((name): readonly [string, JsonObject | undefined] => {
    const owners = parts.filter((part) => name in propertiesOf(part));
    const forms = owners.map((part) => propertiesOf(part)[name]).filter(isObject);
    const demanding = owners.filter((part) => requiredOf(part).includes(name));
    const notes =
      demanding.length < parts.length ? demanding.map(({ description }) => `Required in: ${description}`) : [];
    return [name, mergeForms(forms, notes)];
  });
  return properties.every(([, form]) => form !== undefined) ? Object.fromEntries(properties) : undefined;
}

function mergeForms(forms: readonly JsonObject[], notes: readonly string[]): JsonObject | undefined {
  const [first = {}, ...others] = forms;
  const typeOf = ({ description: _, enum: __, ...rest }: JsonObject): string => JSON.stringify(rest);
  if (others.some((form) => typeOf(form) !== typeOf(first))) return undefined;
  const texts = forms.flatMap(({ description }) => (typeof description === "string" ? [description] : []));
  const lists = forms.map((form) => form.enum).filter(isList);
  const { enum: _, ...rest } = first;
  const description = [...new Set([...texts, ...notes])].join(" ");
  return {
    ...rest,
    ...(description && { description }),
    // A form without a list takes any value.
    ...(lists.length === forms.length && { enum: [...new Set(lists.flat())] }),
  };
}

/** The document without those of the named schemas that nothing else refers to. */
function withoutUnused(document: JsonObject, names: ReadonlySet<string>): JsonObject {
  const keeping = (keep: (name: string) => boolean): JsonObject => {
    const schemas = Object.entries(namedSchemas(document)).filter(([name]) => keep(name));
    return { ...document, components: { ...components, schemas: Object.fromEntries(schemas) } };
  };
  const components = isObject(document.components) ? document.components : {};
  const used = reachedFrom(
    document,
    keeping((name) => !names.has(name)),
  );
  return keeping((name) => !names.has(name) || used.has(name));
}
