import type { ApiSchemas } from "../api-description.ts";
import type { ApiSchema } from "../api-schema.ts";
import { tokensOfRef } from "../pointer.ts";

/** The name of the schema that a `$ref` of a description names. */
export const nameOfRef = (ref: string): string => tokensOfRef(ref)?.[2] ?? "";

/** The name of a schema that is a `$ref` and nothing more than annotations next to it; undefined for any other. */
export function schemaNameOf(schema: ApiSchema | undefined): string | undefined {
  if (schema?.$ref === undefined) return undefined;
  return Object.keys(schema).every((key) => ANNOTATIONS.has(key) || key.startsWith("x-"))
    ? nameOfRef(schema.$ref)
    : undefined;
}

const ANNOTATIONS = new Set([
  "$ref",
  "title",
  "description",
  "deprecated",
  "default",
  "example",
  "examples",
  "readOnly",
  "writeOnly",
  "externalDocs",
  "$comment",
]);

/** What a `$ref` names; undefined for a schema without one. */
export const targetOf = (schemas: ApiSchemas, schema: ApiSchema): ApiSchema | undefined =>
  schema.$ref === undefined ? undefined : schemas.get(nameOfRef(schema.$ref))?.schema;

/** All schemas that a value must keep at once: the schema itself, what its `$ref` names, its `allOf` members, and theirs. */
export function conjunctsOf(schemas: ApiSchemas, schema: ApiSchema): readonly ApiSchema[] {
  const found = new Set<ApiSchema>();
  const visit = (part: ApiSchema): void => {
    if (found.has(part)) return;
    found.add(part);
    const target = targetOf(schemas, part);
    if (target !== undefined) visit(target);
    part.allOf?.forEach(visit);
  };
  visit(schema);
  return [...found];
}

/** The alternatives of a schema's own `oneOf` and `anyOf`. */
export const alternativesOf = ({ oneOf, anyOf }: ApiSchema): readonly (readonly ApiSchema[])[] =>
  [oneOf, anyOf].filter((members) => members !== undefined);
