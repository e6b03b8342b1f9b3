import { isList, isObject, type Json, type JsonObject } from "./json.ts";

/**
 * Gives every parameter the value of its first named example as its `example`, in place of the named ones: 3.0 forbids both.
 * Tools that call an API by its description, and stubs of servers, read no named ones, and dredd not even one of the schema.
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
  const { examples, ...others } = parameter;
  if (!isObject(examples)) return parameter;
  const value = exampleAt(document, Object.values(examples)[0])?.value;
  return value === undefined ? parameter : { ...others, example: value };
}

function exampleAt({ components }: JsonObject, node: Json | undefined): JsonObject | undefined {
  if (!isObject(node) || typeof node.$ref !== "string") return isObject(node) ? node : undefined;
  const named = isObject(components) ? components.examples : undefined;
  const target = isObject(named) ? named[node.$ref.replace("#/components/examples/", "")] : undefined;
  return isObject(target) ? target : undefined;
}
