import { operationsOf } from "../description/operations.ts";
import type { Spec } from "../description/read-spec.ts";
import { pascalCase } from "./names.ts";

/** How `operations.gen.ts` writes the type of a named schema. */
export interface SchemaType {
  /** The name it is exported by; undefined where that name is taken by something else in the file. */
  readonly alias: string | undefined;
  /** The type as `schema.gen.ts` has it. */
  readonly definition: string;
}

/** The types of `components.schemas`, by their names in the spec. */
export function schemaTypes({ document }: Spec): ReadonlyMap<string, SchemaType> {
  const taken = new Set(["NonNullable", "Operation", "Partial", "Record"]);
  for (const { id } of operationsOf(document)) taken.add(inputName(id));
  return new Map(
    Object.keys(document.components?.schemas ?? {}).map((name) => {
      const alias = pascalCase(name);
      const free = !taken.has(alias);
      taken.add(alias);
      return [name, { alias: free ? alias : undefined, definition: `components["schemas"][${JSON.stringify(name)}]` }];
    }),
  );
}

/** The name of the type of an operation's input. */
export const inputName = (operationId: string): string => `${pascalCase(operationId)}Input`;
