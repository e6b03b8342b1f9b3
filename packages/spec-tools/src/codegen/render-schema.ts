import openapiTypescript, {
  astToString,
  type GlobalContext,
  type OpenAPI3,
  type OpenAPITSOptions,
  resolveRef,
  scanDiscriminators,
  transformSchema,
} from "openapi-typescript";
import ts from "typescript";
import type { ApiDescription } from "../description/api-description.ts";
import type { TypesDocument } from "../description/types-document/types-document.ts";
import { header } from "./header.ts";
import { nameSchemas } from "./named-schemas.ts";
import type { SchemaTypes } from "./schema-types.ts";

/** `schema.gen.ts`: the types of the whole API as openapi-typescript writes them. The only file that knows this engine. */
export async function renderSchema(
  api: ApiDescription,
  { document, recursiveLists }: TypesDocument,
  schemas: SchemaTypes,
): Promise<string> {
  const lists = recursiveLists.map(
    ({ name, item }) => `export interface ${name} extends Array<components["schemas"][${JSON.stringify(item)}]> {}\n`,
  );
  const options: OpenAPITSOptions = {
    alphabetize: false,
    // A default is what the service does without the field, so nobody must send it.
    defaultNonNullable: false,
    inject: lists.join(""),
    silent: true,
    transform: typeOf,
  };
  // A copy, because the engine adds to the document it is given.
  const copy: OpenAPI3 = JSON.parse(JSON.stringify(document));
  const taken = new Set(recursiveLists.map(({ name }) => name));
  const nodes = nameSchemas(transformSchema(copy, await contextOf(copy, options)), schemas, taken);
  return `${header(api)}\n${narrow(astToString([...nodes]))}`;
}

/** A document in which the engine meets one schema. */
const SMALLEST = JSON.stringify({
  openapi: "3.1.1",
  info: { title: "", version: "" },
  paths: {},
  components: { schemas: { A: { type: "string" } } },
});

/**
 * What the engine's own entry hands to its transforms, with every default filled in. That entry lints and bundles a document
 * first, which takes half of the time on a large one; ours has been checked, and is one file.
 */
async function contextOf(document: OpenAPI3, options: OpenAPITSOptions): Promise<GlobalContext> {
  const contexts: GlobalContext[] = [];
  await openapiTypescript(SMALLEST, {
    ...options,
    transform: (_, { ctx }) => {
      contexts.push(ctx);
      return undefined;
    },
  });
  const [context] = contexts;
  if (context === undefined) throw new Error("openapi-typescript asked for the type of no schema");
  return {
    ...context,
    transform: options.transform,
    injectFooter: [],
    discriminators: scanDiscriminators(document, options),
    resolve: ($ref) => resolveRef(document, $ref, { silent: true }),
  };
}

/** The types that no schema can say: lists that hold themselves, and bytes. */
const typeOf: NonNullable<OpenAPITSOptions["transform"]> = (schema) => {
  const list: unknown = Reflect.get(schema, "x-recursive-list");
  if (typeof list === "string") return ts.factory.createTypeReferenceNode(list);
  return schema.format === "binary" ? ts.factory.createTypeReferenceNode("Blob") : undefined;
};

/** Two spaces for a level instead of four: the file is deep, and every installation keeps it. */
const narrow = (code: string): string => code.replace(/^(?: {4})+/gm, (indent) => indent.slice(indent.length / 2));
