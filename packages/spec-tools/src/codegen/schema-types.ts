import { isObject } from "../description/json.ts";
import { pascalCase } from "../description/parts/names.ts";
import type { TypesDocument } from "../description/types-document/types-document.ts";
import type { Selection } from "./selection.ts";

/** How `operations.gen.ts` writes the type of a named schema. */
export interface SchemaType {
  /** The name it is exported by. */
  readonly alias: string;
  /** The type as `schema.gen.ts` has it. */
  readonly definition: string;
  readonly description: string | undefined;
}

/** The types of the schemas that are written, by their names there. */
export type SchemaTypes = ReadonlyMap<string, SchemaType>;

/** The types of the schemas in `schema.gen.ts`, those that show one direction only included. */
export function schemaTypes({ api, operations }: Selection, { document }: TypesDocument): SchemaTypes {
  const { components } = document;
  const schemas = isObject(components) && isObject(components.schemas) ? components.schemas : {};
  const taken = new Set(operations.map(({ id }) => inputName(id)));
  for (const { typeName } of api.schemas.values()) taken.add(typeName);
  return new Map(
    Object.entries(schemas).map(([name, schema]) => {
      const known = api.schemas.get(name)?.typeName;
      const alias = known ?? free(pascalCase(name) || "Schema", taken);
      const description = isObject(schema) && typeof schema.description === "string" ? schema.description : undefined;
      return [name, { alias, definition: `components["schemas"][${JSON.stringify(name)}]`, description }];
    }),
  );
}

function free(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}${number}`;
  taken.add(name);
  return name;
}

/** The name of the type of an operation's input. */
export const inputName = (operationId: string): string => `${pascalCase(operationId)}Input`;
