import type { ApiDescription, ApiOperation } from "./api-description.ts";
import type { ApiExample } from "./api-message.ts";
import { exampleInput } from "./example-input.ts";
import { isObject } from "./json.ts";
import { propertiesOf } from "./schemas/properties-of.ts";
import { isBinary } from "./schemas/types-of.ts";

/**
 * The input of a real call, made of the first examples, or of a certain one of the body: what JSON can only hold as text and
 * a client sends as bytes is a Blob.
 *
 * @throws {Error} if the document has no example for something that is required.
 */
export function callInput(
  { schemas }: Pick<ApiDescription, "schemas">,
  operation: ApiOperation,
  body?: ApiExample,
): Readonly<Record<string, unknown>> {
  const input = exampleInput(operation, body);
  const [content] = operation.requestBody?.contents ?? [];
  if (content?.kind === "binary") return { ...input, body: blobOf(input.body) };
  if (content?.kind !== "multipart" || content.schema === undefined) return input;
  const files = [...propertiesOf(schemas, content.schema, "request").values()].filter((property) =>
    property.schemas.some((schema) => isBinary(schemas, schema)),
  );
  const withFiles = (fields: object): Readonly<Record<string, unknown>> => ({
    ...fields,
    ...Object.fromEntries(
      files.flatMap(({ name }) => (name in fields ? [[name, blobOf(Reflect.get(fields, name))]] : [])),
    ),
  });
  if (operation.input.body === "fields") return withFiles(input);
  return isObject(input.body) ? { ...input, body: withFiles(input.body) } : input;
}

const blobOf = (value: unknown): Blob => new Blob([String(value)]);
