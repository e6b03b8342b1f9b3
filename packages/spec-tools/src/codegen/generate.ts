import type { ApiDescription } from "../description/api-description.ts";
import { hashOf, publishedJson } from "../description/published-json.ts";
import { typesDocument } from "../description/types-document/types-document.ts";
import type { GeneratedFiles } from "./generated-files.ts";
import { renderOperations } from "./render-operations.ts";
import { renderProvider } from "./render-provider.ts";
import { renderSchema } from "./render-schema.ts";
import { schemaTypes } from "./schema-types.ts";
import type { Selection } from "./selection.ts";

/** Everything that is generated from one spec. The same spec gives the same bytes, wherever and whenever. */
export const generate = (api: ApiDescription): Promise<GeneratedFiles> =>
  generateSelection({ api, operations: api.operations, hash: hashOf(publishedJson(api)) });

/** Everything that is generated from some operations of a description. */
export async function generateSelection(selection: Selection): Promise<GeneratedFiles> {
  const { api, operations } = selection;
  const types = typesDocument(api, operations);
  const schemas = schemaTypes(selection, types);
  return new Map([
    ["operations.gen.ts", renderOperations(selection, types, schemas)],
    ["provider.gen.ts", renderProvider(selection)],
    ["schema.gen.ts", renderSchema(api, types, schemas)],
  ]);
}
