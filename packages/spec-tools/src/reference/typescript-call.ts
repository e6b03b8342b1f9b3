import { pascalCase, propertyKey } from "../codegen/names.ts";
import { isBodiless, successes } from "../codegen/served-contents.ts";
import type { ApiDescription, ApiOperation } from "../description/api-description.ts";
import { isObject } from "../description/json.ts";
import { propertiesOf } from "../description/schemas/properties-of.ts";
import { isBinary } from "../description/schemas/types-of.ts";
import { literal } from "../project/literal.ts";

/** A field of the input of a call, as it is written in code. */
type Member = readonly [field: string, code: string];

/** The longest line that is not broken, in characters. */
const WIDTH = 76;

/** The variable that holds the client of an API in examples: `my-service` is `myService`. */
export const clientVariable = (apiName: string): string => {
  const type = pascalCase(apiName);
  return type.charAt(0).toLowerCase() + type.slice(1);
};

/**
 * The call of an operation in TypeScript, made of the first examples. What has none, and what is a file, is a variable of the
 * reader's own.
 */
export function typescriptCall(api: ApiDescription, operation: ApiOperation): string {
  const call = `${clientVariable(api.name)}.${operation.id}(${argument([...parameters(operation), ...body(api, operation)])})`;
  const [success] = successes(operation);
  const content = success === undefined || isBodiless(operation, success) ? undefined : success.contents[0];
  switch (content?.kind) {
    case undefined:
      return `await ${call};`;
    case "event-stream":
    case "json-lines":
      return `for await (const event of await ${call}) {\n  console.log(event);\n}`;
    default:
      return `const result = await ${call};`;
  }
}

function argument(members: readonly Member[]): string {
  if (members.length === 0) return "";
  const parts = members.map(([field, code]) => (field === code ? field : `${propertyKey(field)}: ${code}`));
  const line = `{ ${parts.join(", ")} }`;
  return line.length <= WIDTH ? line : `{\n${parts.map((part) => `  ${part},\n`).join("")}}`;
}

const parameters = ({ input, parameters }: ApiOperation): readonly Member[] =>
  input.parameters.flatMap(({ field, required }, index): readonly Member[] => {
    if (!required) return [];
    const example = parameters[index]?.examples[0];
    return [[field, example ? literal(example.value) : variable(field)]];
  });

function body({ schemas }: ApiDescription, { requestBody, input }: ApiOperation): readonly Member[] {
  const [content] = requestBody?.contents ?? [];
  if (content === undefined || requestBody === undefined) return [];
  const [example] = content.examples;
  if (input.body === "body") {
    if (example !== undefined && content.kind !== "binary") return [["body", literal(example.value)]];
    return requestBody.required ? [["body", "body"]] : [];
  }
  const properties = content.schema ? propertiesOf(schemas, content.schema, "request") : new Map<string, never>();
  const isFile = (name: string): boolean =>
    content.kind === "multipart" && (properties.get(name)?.schemas ?? []).some((schema) => isBinary(schemas, schema));
  if (isObject(example?.value)) {
    return Object.entries(example.value).map(([name, value]) => [name, isFile(name) ? variable(name) : literal(value)]);
  }
  return input.bodyFields.filter(({ required }) => required).map(({ field }) => [field, variable(field)]);
}

/** A name that code can have: `x-request-id` is `xRequestId`. */
const variable = (field: string): string => (propertyKey(field) === field ? field : clientVariable(field) || "value");
