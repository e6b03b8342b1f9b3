import type { OpenAPI3, OpenAPITSOptions } from "openapi-typescript";
import type { ApiDescription } from "../description/api-description.ts";
import type { TypesDocument } from "../description/types-document/types-document.ts";
import { header } from "./header.ts";
import { nameSchemas } from "./named-schemas.ts";
import type { SchemaTypes } from "./schema-types.ts";
import { printNodes, ts, typeNodes } from "./type-engine.ts";

/** `schema.gen.ts`: the types of the whole API as openapi-typescript writes them. */
export function renderSchema(
  api: ApiDescription,
  { document, recursiveLists }: TypesDocument,
  schemas: SchemaTypes,
): string {
  const lists = recursiveLists.map(
    ({ name, item }) => `export interface ${name} extends Array<components["schemas"][${JSON.stringify(item)}]> {}\n`,
  );
  // A copy, because the engine adds to the document it is given.
  const copy: OpenAPI3 = JSON.parse(JSON.stringify(document));
  const taken = new Set(recursiveLists.map(({ name }) => name));
  const nodes = typeNodes(copy, { transform: typeOf, inject: lists.join("") });
  return `${header(api)}\n${narrow(printNodes(nameSchemas(nodes, schemas, taken)))}`;
}

/** The types that no schema can say: lists that hold themselves, and bytes. */
const typeOf: NonNullable<OpenAPITSOptions["transform"]> = (schema) => {
  const list: unknown = Reflect.get(schema, "x-recursive-list");
  if (typeof list === "string") return ts.factory.createTypeReferenceNode(list);
  return schema.format === "binary" ? ts.factory.createTypeReferenceNode("Blob") : undefined;
};

/** Two spaces for a level instead of four: the file is deep, and every installation keeps it. */
const narrow = (code: string): string => code.replace(/^(?: {4})+/gm, (indent) => indent.slice(indent.length / 2));
