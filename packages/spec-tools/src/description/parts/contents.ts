import type { ApiContent, ApiEncoding, ParameterStyle } from "../api-message.ts";
import type { ApiSchema, Direction } from "../api-schema.ts";
import type { CheckedEncoding, CheckedMediaType } from "../check/checked-document.ts";
import { tokensOf } from "../pointer.ts";
import { schemaNameOf } from "../schemas/follow-schema.ts";
import { isObjectOnly, typesOf } from "../schemas/types-of.ts";
import { examplesOf } from "./examples.ts";
import { mediaKind, preference } from "./media-kind.ts";
import { pointerTo, type Scope, type Spot, spotsIn } from "./scope.ts";
import { isStyle } from "./serialization.ts";

type MediaTypes = Readonly<Record<string, CheckedMediaType>>;

/** The media types of a body by preference. */
export function contentsOf(
  scope: Scope,
  { value, tokens }: Spot<MediaTypes | undefined>,
  direction: Direction,
): readonly ApiContent[] {
  const spots = spotsIn(value, tokens);
  const valid = spots.filter(([name]) => isMediaType(name));
  for (const [name, spot] of spots.filter(([name]) => !isMediaType(name))) {
    const level = valid.length > 0 ? "warning" : "error";
    const message = `"${name}" is no media type; ${level === "error" ? "write one such as application/json" : "it is left out"}`;
    scope.report({ tokens: spot.tokens, level, rule: "media-type", message });
  }
  const contents = valid.map(([mediaType, spot]) => contentOf(scope, mediaType, spot, direction));
  tellUnapplied(scope, contents);
  return contents.sort((a, b) => preference(a) - preference(b));
}

/** A type and a subtype, either of which may be any; what is after a semicolon is for the reader of the body. */
const isMediaType = (name: string): boolean => /^(\*|[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+)\s*(;.*)?$/.test(name.trim());

/** A body that comes as text or bytes alone is passed on as it is, whatever its schema says of it. */
function tellUnapplied({ report }: Scope, contents: readonly ApiContent[]): void {
  if (contents.some(({ kind }) => kind !== "text" && kind !== "binary")) return;
  for (const { mediaType, kind, shape, pointer } of contents) {
    if (shape === "any") continue;
    const form = kind === "text" ? "a text" : "bytes";
    const message = `${mediaType} is passed on as ${form}, so the schema is for the reader alone`;
    report({ tokens: tokensOf(pointer), level: "warning", rule: "media-type", message });
  }
}

function contentOf(scope: Scope, mediaType: string, spot: Spot<CheckedMediaType>, direction: Direction): ApiContent {
  const { value } = spot;
  // Of 3.2: one item of a stream, where the whole is described by nothing.
  const schema = value.itemSchema ?? value.schema;
  const kind = mediaKind(scope.schemas, mediaType, schema);
  return {
    mediaType,
    kind,
    schema,
    schemaName: schemaNameOf(schema),
    shape: shapeOf(scope, schema),
    secrets: scope.secrets.secretsOf(schema, direction),
    encoding: encodingOf(scope, kind === "form", spot),
    examples: examplesOf(scope, spot),
    pointer: pointerTo(spot),
  };
}

export function shapeOf({ schemas }: Pick<Scope, "schemas">, schema: ApiSchema | undefined): ApiContent["shape"] {
  if (schema === undefined) return "any";
  if (isObjectOnly(schemas, schema)) return "object";
  const types = typesOf(schemas, schema);
  return types?.size === 1 && types.has("array") ? "array" : "any";
}

function encodingOf(
  scope: Scope,
  isForm: boolean,
  { value, tokens }: Spot<CheckedMediaType>,
): ReadonlyMap<string, ApiEncoding> {
  const all = spotsIn(value.encoding, [...tokens, "encoding"]).map(([name, spot]): [string, ApiEncoding] => {
    if (Object.keys(spot.value.headers ?? {}).length > 0) {
      const message = `the headers of the part "${name}" are not sent`;
      scope.report({ tokens: [...spot.tokens, "headers"], level: "warning", rule: "encoding", message });
    }
    const style = partStyle(scope, name, spot);
    if (!isForm) tellUnstyled(scope, name, spot);
    return [
      name,
      {
        contentType: spot.value.contentType,
        style,
        explode: spot.value.explode ?? style === "form",
        allowReserved: spot.value.allowReserved ?? false,
      },
    ];
  });
  return new Map(all);
}

/** A part of a multipart body is a file, a text or JSON. */
function tellUnstyled({ report }: Scope, name: string, { value, tokens }: Spot<CheckedEncoding>): void {
  if (value.contentType !== undefined) return;
  for (const key of ["style", "explode", "allowReserved"] as const) {
    const value_ = value[key];
    if (value_ === undefined || value_ === false || (key === "explode" && value_) || value_ === "form") continue;
    const message = `the part "${name}" is sent as a file, a text or JSON; its "${key}" is ignored`;
    report({ tokens: [...tokens, key], level: "warning", rule: "encoding", message });
  }
}

const PART_STYLES: readonly ParameterStyle[] = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];

function partStyle({ report }: Scope, name: string, { value, tokens }: Spot<CheckedEncoding>): ParameterStyle {
  const { style = "form" } = value;
  if (isStyle(style) && PART_STYLES.includes(style)) return style;
  const message = `the part "${name}" has the style "${style}", and a body knows ${PART_STYLES.join(", ")}`;
  report({ tokens: [...tokens, "style"], level: "error", rule: "encoding", message });
  return "form";
}
