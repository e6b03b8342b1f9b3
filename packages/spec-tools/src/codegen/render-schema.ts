import openapiTypescript, { astToString, type OpenAPITSOptions } from "openapi-typescript";
import ts from "typescript";
import type { ApiDescription } from "../description/api-description.ts";
import type { TypesDocument } from "../description/types-document/types-document.ts";
import { header } from "./header.ts";

/** `schema.gen.ts`: the types of the whole API as openapi-typescript writes them. The only file that knows this engine. */
export async function renderSchema(api: ApiDescription, { document, recursiveLists }: TypesDocument): Promise<string> {
  const lists = recursiveLists.map(
    ({ name, item }) => `export interface ${name} extends Array<components["schemas"][${JSON.stringify(item)}]> {}\n`,
  );
  const nodes = await openapiTypescript(JSON.stringify(document), {
    alphabetize: false,
    // A default is what the service does without the field, so nobody must send it.
    defaultNonNullable: false,
    inject: lists.join(""),
    silent: true,
    transform: typeOf,
  });
  return `${header(api)}\n${narrow(astToString(nodes))}`;
}

/** The types that no schema can say: lists that hold themselves, and bytes. */
const typeOf: NonNullable<OpenAPITSOptions["transform"]> = (schema) => {
  const list: unknown = Reflect.get(schema, "x-recursive-list");
  if (typeof list === "string") return ts.factory.createTypeReferenceNode(list);
  return schema.format === "binary" ? ts.factory.createTypeReferenceNode("Blob") : undefined;
};

/** Two spaces for a level instead of four: the file is deep, and every installation keeps it. */
const narrow = (code: string): string => code.replace(/^(?: {4})+/gm, (indent) => indent.slice(indent.length / 2));
