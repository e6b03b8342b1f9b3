import { isList, isObject, type JsonObject } from "../json.ts";

/**
 * Finishes what the upgrade from Swagger 2.0 leaves: a body that an operation names by `$ref` stays among its parameters,
 * and a list of `schemes` stays if there is no host that it could go with.
 */
export function finishSwagger(document: JsonObject): void {
  if (!isObject(document.paths)) return;
  for (const item of Object.values(document.paths)) {
    if (!isObject(item)) continue;
    const shared = takeBody(item);
    for (const operation of Object.values(item)) {
      if (!isObject(operation)) continue;
      const own = takeBody(operation);
      if ("responses" in operation) operation.requestBody ??= own ?? shared;
      if (operation.requestBody === undefined) delete operation.requestBody;
      if (document.servers === undefined) delete operation.schemes;
    }
  }
}

const BODIES = "#/components/requestBodies/";

/** Takes the reference to a body out of a list of parameters. */
function takeBody(holder: JsonObject): JsonObject | undefined {
  const { parameters } = holder;
  if (!isList(parameters)) return undefined;
  const isBody = (parameter: unknown): parameter is JsonObject =>
    isObject(parameter) && typeof parameter.$ref === "string" && parameter.$ref.startsWith(BODIES);
  const body = parameters.find(isBody);
  if (body !== undefined) holder.parameters = parameters.filter((parameter) => !isBody(parameter));
  return body;
}
