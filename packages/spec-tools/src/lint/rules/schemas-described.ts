import type { ApiSchemas } from "../../description/api-description.ts";
import type { ApiSchema } from "../../description/api-schema.ts";
import { targetOf } from "../../description/schemas/follow-schema.ts";
import { propertiesIn } from "./properties-in.ts";
import type { Rule } from "./rule.ts";

/** Descriptions become the hover texts of the types. */
export const schemasDescribed: Rule = ({ document, schemas }) => [
  ...[...schemas.values()]
    .filter(({ schema }) => !schema.description?.trim())
    .map(({ name, pointer }) => ({
      pointer,
      message: `schema ${name} has no description; say in a sentence what it is`,
    })),
  ...propertiesIn(document)
    .filter(({ schema }) => !isDescribed(schemas, schema))
    .map(({ name, pointer }) => ({
      pointer,
      message: `property "${name}" has no description; say in a sentence what it holds`,
    })),
];

const isDescribed = (schemas: ApiSchemas, property: ApiSchema): boolean =>
  [property, targetOf(schemas, property)].some((schema) => Boolean(schema?.description?.trim()));
