import { isList, isObject, type Json, type JsonObject } from "./json.ts";

/**
 * Gives the schema of every parameter the value of the first named example. Tools that call an API by its description,
 * and stubs of servers, read no named ones; and 3.0 forbids `example` next to `examples`.
 */
export function parameterExamples(document: JsonObject): JsonObject {
  const visit = (node: Json | undefined): Json | undefined => {
    if (isList(node)) return node.map((entry) => visit(entry) ?? null);
    if (!isObject(node)) return node;
    const copy = Object.fromEntries(Object.entries(node).map(([key, child]) => [key, visit(child)]));
    return isParameter(copy) ? withExample(document, copy) : copy;
  };
  return Object.fromEntries(Object.entries(document).map(([key, child]) => [key, visit(child)]));
}

const isParameter = (node: JsonObject): boolean =>
  typeof node.name === "string" && typeof node.in === "string" && isObject(node.schema) && isObject(node.examples);

function withExample(document: JsonObject, parameter: JsonObject): JsonObject {
  const { schema, examples } = parameter;
  // 3.0 ignores what is next to a reference.
  if (!isObject(schema) || !isObject(examples) || "$ref" in schema) return parameter;
  const value = exampleAt(document, Object.values(examples)[0])?.value;
  return value === undefined ? parameter : { ...parameter, schema: { ...schema, example: value } };
}

function exampleAt({ components }: JsonObject, node: Json | undefined): JsonObject | undefined {
  if (!isObject(node) || typeof node.$ref !== "string") return isObject(node) ? node : undefined;
  const named = isObject(components) ? components.examples : undefined;
  const target = isObject(named) ? named[node.$ref.replace("#/components/examples/", "")] : undefined;
  return isObject(target) ? target : undefined;
}
