import type { ApiDocument } from "../../description/api-description.ts";
import type { ApiSchema } from "../../description/api-schema.ts";
import { isObject } from "../../description/json.ts";
import { pointerOf } from "../../description/pointer.ts";
import { objectsIn } from "../../description/schemas/objects-in.ts";

/** A property as a schema of the document declares it. */
export interface Declared {
  readonly name: string;
  readonly schema: ApiSchema;
  readonly pointer: string;
}

/** Every property that a schema of a document declares. */
export const propertiesIn = (document: ApiDocument): readonly Declared[] =>
  [...objectsIn(document)].flatMap(({ kind, value, tokens }) => {
    if (kind !== "Schema" || !isObject(value.properties)) return [];
    return Object.entries(value.properties).flatMap(([name, schema]) =>
      isObject(schema) ? [{ name, schema, pointer: pointerOf([...tokens, "properties", name]) }] : [],
    );
  });
