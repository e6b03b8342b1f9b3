import type { ApiSchemas } from "../api-description.ts";
import type { ApiSerialization, ParameterPlace, ParameterStyle } from "../api-message.ts";
import type { ApiSchema } from "../api-schema.ts";
import type { CheckedHeader, CheckedMediaType } from "../check/checked-document.ts";
import { typesOf } from "../schemas/types-of.ts";
import { mediaKind } from "./media-kind.ts";
import type { Scope, Spot } from "./scope.ts";

/** The styles of OpenAPI 3.1 by the place of the parameter, the default first. */
const STYLES: Readonly<Record<ParameterPlace, readonly [ParameterStyle, ...ParameterStyle[]]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form", "cookie"],
};

export const isStyle = (name: string): name is ParameterStyle =>
  Object.values(STYLES).some((styles) => styles.some((style) => style === name));

/** How the value of a parameter becomes text, with every default of OpenAPI filled in. */
export function serializationOf(
  scope: Scope,
  place: ParameterPlace,
  name: string,
  { value, tokens }: Spot<CheckedHeader>,
): { readonly serialization: ApiSerialization; readonly schema: ApiSchema } {
  const { report, schemas } = scope;
  const tell = (level: "error" | "warning", key: string, message: string) =>
    report({ tokens: [...tokens, key], level, rule: "parameter-style", message });
  const [first, ...more] = Object.entries(value.content ?? {});
  if (first !== undefined) {
    if (more.length > 0) tell("warning", "content", `"${name}" has several media types; ${first[0]} is sent`);
    return byContent(scope, name, [...tokens, "content"], first);
  }
  if (value.schema === undefined) {
    tell("warning", "schema", `"${name}" has neither schema nor content; it may be anything`);
  }
  const schema = value.schema ?? {};
  const [standard, ...others] = STYLES[place];
  const wanted = value.style ?? standard;
  const style = [standard, ...others].find((known) => known === wanted);
  if (style === undefined) {
    const known = [standard, ...others].join(", ");
    tell(
      "error",
      "style",
      `"${name}" has the style "${wanted}", which a ${place} parameter cannot have; it knows ${known}`,
    );
  }
  const shape = shapeOf(schemas, schema);
  const served = style ?? standard;
  const explode = value.explode ?? (served === "form" || served === "cookie" || served === "deepObject");
  const delimited = served === "spaceDelimited" || served === "pipeDelimited";
  if (delimited && explode)
    tell("warning", "explode", `"${name}" is ${served} and exploded; it is sent as form, one pair per value`);
  if (served === "deepObject" && value.explode === false) {
    tell("warning", "explode", `"${name}" is deepObject, which has one form only; explode: false is ignored`);
  }
  if (served === "deepObject" && shape === "array") {
    tell(
      "warning",
      "style",
      `"${name}" is a list in deepObject, which OpenAPI leaves open; it is sent as ${name}[0], ${name}[1]`,
    );
  }
  return {
    schema,
    serialization: {
      kind: "style",
      style: delimited && explode ? "form" : served,
      explode: served === "deepObject" || explode,
      allowReserved: value.allowReserved ?? false,
      shape,
    },
  };
}

function byContent(
  { schemas, report }: Scope,
  name: string,
  tokens: readonly string[],
  [mediaType, media]: readonly [string, CheckedMediaType],
): { readonly serialization: ApiSerialization; readonly schema: ApiSchema } {
  const schema = media.schema ?? {};
  const kind = mediaKind(schemas, mediaType, schema);
  if (kind !== "json" && !(kind === "text" && shapeOf(schemas, schema) === "primitive")) {
    const message = `"${name}" is written as ${mediaType}, which no parameter is here; describe it by a schema, or as JSON or a text`;
    report({ tokens: [...tokens, mediaType], level: "error", rule: "parameter-style", message });
  }
  return { schema, serialization: { kind: "content", mediaType, media: kind } };
}

type Shape = Extract<ApiSerialization, { kind: "style" }>["shape"];

/** Null and absent are left out of a request, so they do not count. */
function shapeOf(schemas: ApiSchemas, schema: ApiSchema): Shape {
  const types = typesOf(schemas, schema);
  if (types === undefined) return "any";
  const shapes = new Set([...types].filter((type) => type !== "null").map((type) => SHAPES[type] ?? "primitive"));
  const [only, ...others] = shapes;
  return only === undefined ? "primitive" : others.length > 0 ? "any" : only;
}

const SHAPES: Partial<Readonly<Record<string, Shape>>> = { array: "array", object: "object" };
