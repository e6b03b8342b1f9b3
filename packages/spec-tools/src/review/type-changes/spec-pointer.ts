import type { ApiDescription, ApiOperation } from "../../description/api-description.ts";
import { pointerOf } from "../../description/pointer.ts";
import { keysOf } from "../pointer.ts";
import { recordAt, stringAt, valueAt } from "../wire-changes/document-values.ts";
import type { Subject } from "./type-words.ts";

/** The part of a description that a part of the generated types comes from, or what is nearest to it. */
export function specPointer(api: ApiDescription, subject: Subject, path: readonly string[]): string | undefined {
  if (subject.kind === "schema") {
    const schema = [...api.schemas.values()].find(({ name, typeName }) => [name, typeName].includes(subject.name));
    return schema && follow(api, schema.pointer, path);
  }
  if (subject.kind === "client") return clientPointer(api, path);
  const operation = api.operations.find(({ id }) => id === subject.name);
  return operation && operationPointer(api, operation, subject.part, path);
}

function clientPointer(api: ApiDescription, path: readonly string[]): string {
  const { document, servers, securitySchemes, operations } = api;
  if (path[0] === "baseUrl") return servers[0]?.pointer ?? "/servers";
  if (path[0] === "servers") {
    const own = operations.flatMap(({ ownServers = [] }) => ownServers);
    return (own.find(({ url }) => path[1] === undefined || url === path[1]) ?? servers[0])?.pointer ?? "/servers";
  }
  const scheme = [...securitySchemes.values()].find(({ name }) => path.includes(name));
  return scheme?.pointer ?? (document.security === undefined ? "/components/securitySchemes" : "/security");
}

function operationPointer(
  api: ApiDescription,
  operation: ApiOperation,
  part: Subject["part"],
  path: readonly string[],
): string {
  const { pointer, responses, requestBody, parameters, input } = operation;
  if (part === "type") return pointer;
  const bodyOf = (at: string, from: readonly string[]): string => follow(api, `${at}/schema`, from);
  if (part === "answer") {
    const success = responses.find(({ status }) => String(status).startsWith("2"));
    const content = success?.contents[0];
    return content === undefined ? (success?.pointer ?? pointer) : bodyOf(content.pointer, path);
  }
  if (part === "errors") {
    const response = responses.find(({ status }) => String(status) === path[0]);
    const content = response?.contents[0];
    return content === undefined ? (response?.pointer ?? pointer) : bodyOf(content.pointer, path.slice(1));
  }
  const index = input.parameters.findIndex(({ field }) => field === path[0]);
  const parameter = parameters[index];
  if (parameter !== undefined) {
    return path.length === 1 ? parameter.pointer : bodyOf(parameter.pointer, path.slice(1));
  }
  const content = requestBody?.contents[0];
  if (content === undefined) return pointer;
  return bodyOf(content.pointer, input.body === "body" ? path.slice(1) : path);
}

/** Goes down as far as the steps lead. */
function follow(api: ApiDescription, from: string, path: readonly string[]): string {
  let at = from;
  for (const key of path) {
    const next = below(api.document, at, key);
    if (next === undefined) break;
    at = next;
  }
  return at;
}

const DEEPEST = 20;

function below(document: unknown, pointer: string, key: string, depth = 0): string | undefined {
  if (depth > DEEPEST) return undefined;
  const schema = recordAt(valueAt(document, pointer));
  if (key === "[]" && schema.items !== undefined) return `${pointer}/items`;
  if (key === "[key]" && schema.additionalProperties !== undefined) return `${pointer}/additionalProperties`;
  if (recordAt(schema.properties)[key] !== undefined) return `${pointer}${pointerOf(["properties", key])}`;
  const ref = stringAt(schema.$ref);
  const inner = ref === undefined ? undefined : below(document, pointerOf(keysOf(ref)), key, depth + 1);
  if (inner !== undefined) return inner;
  for (const keyword of ["allOf", "oneOf", "anyOf"]) {
    const members = schema[keyword];
    if (!Array.isArray(members)) continue;
    for (const index of members.keys()) {
      const found = below(document, `${pointer}/${keyword}/${index}`, key, depth + 1);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
