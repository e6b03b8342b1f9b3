import { METHODS } from "../api-description.ts";
import { isList, isObject, type JsonObject, own } from "../json.ts";
import { childOf, tokensOfRef } from "../pointer.ts";

/**
 * Writes out what the upgrade from Swagger 2.0 cannot see: a body that an operation shares with others, by `$ref` or by its
 * path, is sent in the media types of the operation; so is a response that it names by `$ref`.
 */
export function prepareSwagger(document: JsonObject): void {
  preferHttps(document);
  if (!isObject(document.paths)) return;
  for (const item of Object.values(document.paths)) {
    if (!isObject(item)) continue;
    const shared = takeBodies(document, item);
    for (const method of METHODS) {
      const operation = item[method];
      if (!isObject(operation)) continue;
      const bodies = takeBodies(document, operation);
      const inherited = bodies.length > 0 ? bodies : shared;
      if (inherited.length > 0) operation.parameters = [...listIn(operation), ...structuredClone(inherited)];
      writeResponses(document, operation);
      // Without a host there is no address that a scheme could belong to.
      if (document.host === undefined) delete operation.schemes;
    }
  }
}

/** The first address is the default. Where none is stated it is that of the document, which nobody knows any more. */
function preferHttps(document: JsonObject): void {
  if (document.host === undefined) return;
  const schemes = isList(document.schemes) && document.schemes.length > 0 ? document.schemes : ["https"];
  document.schemes = schemes.includes("https") ? ["https", ...schemes.filter((one) => one !== "https")] : schemes;
}

const listIn = ({ parameters }: JsonObject): readonly unknown[] => (isList(parameters) ? parameters : []);

/** Takes the parameters that are a body, or a part of one, out of a path or an operation. */
function takeBodies(document: JsonObject, holder: JsonObject): readonly JsonObject[] {
  const resolved = listIn(holder).map((parameter) => [parameter, targetOf(document, parameter)] as const);
  const bodies = resolved.flatMap(([, target]) => (isBody(target) ? [target] : []));
  if (bodies.length > 0) holder.parameters = resolved.filter(([, target]) => !isBody(target)).map(([one]) => one);
  return bodies;
}

/** Whether a parameter of Swagger 2.0 becomes the body of the request, or a part of it. */
export const isBody = (parameter: unknown): parameter is JsonObject =>
  isObject(parameter) && (parameter.in === "body" || parameter.in === "formData");

/** What a node is, or refers to. */
export function targetOf(document: JsonObject, node: unknown): unknown {
  if (!isObject(node) || typeof node.$ref !== "string") return node;
  return (tokensOfRef(node.$ref) ?? []).reduce<unknown>(childOf, document);
}

/** A shared response is upgraded with the media types of the document, so one with others is written out. */
function writeResponses(document: JsonObject, operation: JsonObject): void {
  const { produces, responses } = operation;
  if (!isList(produces) || !isObject(responses)) return;
  const common = isList(document.produces) ? document.produces : ["application/json"];
  if (produces.length === common.length && produces.every((type) => common.includes(type))) return;
  for (const status of Object.keys(responses)) {
    const response = own(responses, status);
    const target = targetOf(document, response);
    if (target !== response && isObject(target)) responses[status] = structuredClone(target);
  }
}
