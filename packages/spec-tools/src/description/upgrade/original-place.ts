import { isList, isObject, type JsonObject } from "../json.ts";
import { childOf, tokensOfRef } from "../pointer.ts";
import { isBody, targetOf } from "./prepare-swagger.ts";

/**
 * Where something of an upgraded document was in the original: the keys and indexes that lead to it, or to the nearest
 * thing around it where the upgrade made it up.
 *
 * @param original The document before the upgrade, as it was read.
 */
export function originalPlace(original: JsonObject, tokens: readonly string[]): readonly string[] {
  return "swagger" in original ? placeInSwagger(original, tokens) : walk(original, tokens);
}

/** Follows the tokens as far as they lead, and over what 3.1 writes in another way than 3.0. */
function walk(from: unknown, tokens: readonly string[], walked: readonly string[] = []): readonly string[] {
  let at = from;
  const path = [...walked];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] ?? "";
    const member = childOf(at, token);
    if (member !== undefined) {
      at = member;
      path.push(token);
      continue;
    }
    // `nullable` next to a `$ref` or an `allOf` became `anyOf` with null: its first member is what was there.
    if (token === "anyOf" && tokens[index + 1] === "0" && isObject(at)) {
      index += 1;
      const { allOf } = at;
      if (isList(allOf) && tokens[index + 1] !== "allOf") {
        at = allOf[0];
        path.push("allOf", "0");
      }
      continue;
    }
    return path;
  }
  return path;
}

const SECTIONS: Readonly<Record<string, string>> = {
  schemas: "definitions",
  parameters: "parameters",
  requestBodies: "parameters",
  responses: "responses",
  securitySchemes: "securityDefinitions",
};

/** Swagger 2.0 keeps its components at the top, bodies among the parameters, and schemas without media types. */
function placeInSwagger(original: JsonObject, tokens: readonly string[]): readonly string[] {
  const [first = "", second = "", third = "", ...rest] = tokens;
  if (first === "servers") return walk(original, ["host"]);
  if (first === "components") {
    const start = [SECTIONS[second] ?? second, third];
    return inside(start.reduce<unknown>(childOf, original), rest, start);
  }
  if (first !== "paths" || tokens.length < 4) return walk(original, tokens);
  const [member = "", key = "", ...deeper] = rest;
  const start = [first, second, third];
  const operation = start.reduce<unknown>(childOf, original);
  const parameters = childOf(operation, "parameters");
  if (member === "requestBody") return bodyPlace(original, [key, ...deeper], start);
  if (member === "parameters" && isList(parameters)) {
    const bodies = parameters.map((parameter) => isBody(targetOf(original, parameter)));
    const index = bodies.findIndex(
      (body, at) => !body && bodies.slice(0, at).filter((one) => !one).length === Number(key),
    );
    return inside(parameters[index], deeper, [...start, member, String(index)]);
  }
  if (member === "responses") {
    const path = [...start, member, key];
    return inside(path.reduce<unknown>(childOf, original), deeper, path);
  }
  return walk(operation, rest, start);
}

/** Where the body of an operation, or a part of it, was among the parameters: its own, or those of its path. */
function bodyPlace(original: JsonObject, tokens: readonly string[], operation: readonly string[]): readonly string[] {
  const [, , , , property] = tokens; // content, media type, schema, properties
  for (const holder of [operation, operation.slice(0, 2)]) {
    const parameters = childOf(holder.reduce<unknown>(childOf, original), "parameters");
    if (!isList(parameters)) continue;
    for (const [index, parameter] of parameters.entries()) {
      const target = targetOf(original, parameter);
      if (!isBody(target) || (target.in === "formData" && property !== undefined && target.name !== property)) continue;
      const ref = isObject(parameter) && typeof parameter.$ref === "string" ? tokensOfRef(parameter.$ref) : undefined;
      return inside(target, tokens, ref ?? [...holder, "parameters", String(index)]);
    }
  }
  return operation;
}

/** Leaves out the steps that 3.0 added: media types, and the schema of a parameter. */
function inside(from: unknown, tokens: readonly string[], walked: readonly string[]): readonly string[] {
  const [first = "", , third = "", ...deeper] = tokens;
  if (first === "content") return third === "schema" ? walk(from, ["schema", ...deeper], walked) : walked;
  if (first === "schema" && childOf(from, "schema") === undefined) return walk(from, tokens.slice(1), walked);
  return walk(from, tokens, walked);
}
