import type { ApiInputField, ApiOperation } from "../description/api-description.ts";
import type { ApiContent, ApiEncoding, ApiParameter, ParameterPlace } from "../description/api-message.ts";
import { isSelected } from "../description/parts/input.ts";
import { propertyKey } from "./names.ts";

/** How the requests of an operation are written where the core does not do so on its own. */
export interface WriterCode {
  /** Undefined if it does: plain values in path and query, and the fields of a JSON body. */
  readonly code: string | undefined;
  /** Whether the core still writes path and query. */
  readonly isBodyOnly: boolean;
}

export function writerCode(operation: ApiOperation): WriterCode {
  const { parameters, target, requestBody, input } = operation;
  const isBodyOnly = hasPlainParameters(operation);
  const body = requestBody === undefined ? [] : bodyMembers(operation);
  if (isBodyOnly)
    return { code: body.length > 0 ? call("bodyWith", [`{ ${body.join(", ")} }`]) : undefined, isBodyOnly };
  const fields = parameters.map((parameter, index) => parameterCode(parameter, input.parameters[index]));
  const members = [
    ...(fields.length > 0 ? [`parameters: [${fields.join(", ")}]`] : []),
    ...(target.query.length > 0 ? [`query: ${JSON.stringify(queryText(target.query))}`] : []),
    ...body,
  ];
  return { code: call("writeWith", [`{ ${members.join(", ")} }`]), isBodyOnly };
}

const hasPlainParameters = ({ parameters, target, input }: ApiOperation): boolean =>
  target.query.length === 0 &&
  input.parameters.every(({ field, name }) => field === name) &&
  parameters.every(isPlainParameter);

/** The options of a writer that make the body; none where it is the fields of plain JSON. */
function bodyMembers({ requestBody, input }: ApiOperation): readonly string[] {
  const contents = requestBody?.contents ?? [];
  const [content] = contents;
  const isWhole = input.body === "body";
  if (isSelected(contents)) {
    const bodies = contents.map((one) => `${JSON.stringify(one.mediaType)}: ${contentCode(one)}`);
    const whole = isWhole ? "true" : input.whole.length > 0 ? JSON.stringify(input.whole) : undefined;
    return [`body: ${call("choice", [`{ ${bodies.join(", ")} }`, whole])}`];
  }
  const isPlain = content === undefined || (content.kind === "json" && sentJson(content) === "application/json");
  return [...(isPlain ? [] : [`body: ${contentCode(content)}`]), ...(isWhole ? ["wholeBody: true"] : [])];
}

/** What JSON is sent as. */
const sentJson = ({ mediaType }: ApiContent): string => (mediaType.includes("*") ? "application/json" : mediaType);

/** What the core writes on its own: one value in a path, and values or lists of them in a query. */
function isPlainParameter({ in: place, serialization }: ApiParameter): boolean {
  if (serialization.kind !== "style") return false;
  const { style, explode, allowReserved, shape } = serialization;
  if (allowReserved) return false;
  if (place === "path") return style === "simple" && shape === "primitive";
  return place === "query" && style === "form" && (shape === "primitive" || (shape === "array" && explode));
}

/** A fixed query, escaped. */
const queryText = (query: ApiOperation["target"]["query"]): string =>
  query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");

function parameterCode({ in: place, name, serialization }: ApiParameter, given: ApiInputField | undefined): string {
  const write = writeCode(place, serialization);
  const members = [
    `in: ${JSON.stringify(place)}`,
    `name: ${JSON.stringify(name)}`,
    given !== undefined && given.field !== name && `field: ${JSON.stringify(given.field)}`,
    write && `write: ${write}`,
  ].filter(Boolean);
  return `{ ${members.join(", ")} }`;
}

/** How a value is escaped in each place; undefined for the default of the styles. */
const ENCODE: Readonly<Record<ParameterPlace, string | undefined>> = {
  path: undefined,
  query: undefined,
  header: "$encoders.asIs",
  cookie: "$encoders.inCookie",
};

const DEFAULT_STYLE = { path: "simple", query: "form", header: "simple", cookie: "form" } as const;

const SEPARATORS = { spaceDelimited: "%20", pipeDelimited: "%7C" } as const;

/** The code that makes a `WriteParameter`; undefined for what a writer does in that place anyhow. */
function writeCode(place: ParameterPlace, serialization: ApiParameter["serialization"]): string | undefined {
  if (serialization.kind === "content") {
    if (serialization.whole !== undefined) return queryStringCode(serialization.whole);
    if (serialization.media !== "json") return undefined;
    const isPair = place === "query" || place === "cookie";
    return call("json", [JSON.stringify(isPair ? "query" : "other"), place === "header" ? ENCODE.header : undefined]);
  }
  const { style, explode, allowReserved } = serialization;
  const isDefault = style === DEFAULT_STYLE[place] && explode === (style === "form") && !allowReserved;
  if (isDefault) return undefined;
  const encode = allowReserved ? "$encoders.keepReserved" : ENCODE[place];
  return styleCode(style, explode, encode);
}

/** JSON is escaped as a whole; a form is so already. */
const queryStringCode = (content: ApiContent): string =>
  call("queryString", [
    encoderCode(content, JSON.stringify(content.mediaType)),
    content.kind === "json" ? "$encoders.percentEncode" : undefined,
  ]);

function styleCode(style: ApiEncoding["style"], explode: boolean, encode: string | undefined): string {
  switch (style) {
    case "simple":
    case "form":
      return call(style, [String(explode), encode]);
    case "label":
    case "matrix":
    case "cookie":
      return call(style, [String(explode)]);
    case "deepObject":
      return call(style, [encode]);
    case "spaceDelimited":
    case "pipeDelimited":
      return call("form", [String(explode), encode ?? "$encoders.percentEncode", JSON.stringify(SEPARATORS[style])]);
  }
}

const call = (name: string, values: readonly (string | undefined)[]): string =>
  `/* @__PURE__ */ $encoders.${name}(${values.filter((value) => value !== undefined).join(", ")})`;

const contentCode = (content: ApiContent): string =>
  content.mediaType.includes("*") ? patternCode(content) : encoderCode(content, JSON.stringify(content.mediaType));

/** What is sent where the media type is a pattern and the caller names none; undefined where they have to. */
const STANDARD: Readonly<Record<string, string>> = {
  json: "application/json",
  text: "text/plain",
  binary: "application/octet-stream",
};

/** A pattern such as `image/*` is no media type that can be sent. */
function patternCode(content: ApiContent): string {
  const { kind, mediaType } = content;
  if (kind === "multipart" || kind === "form") return encoderCode(content, "type");
  const standard = STANDARD[kind];
  const [wanted] = mediaType.split("/");
  const fits = standard !== undefined && (wanted === "*" || standard.startsWith(`${wanted}/`));
  return call("bodyOfPattern", [
    JSON.stringify(mediaType),
    `(type) => ${encoderCode(content, "type")}`,
    fits ? JSON.stringify(standard) : undefined,
  ]);
}

/** @param type The code of the media type that is sent. */
function encoderCode({ kind, encoding }: ApiContent, type: string): string {
  switch (kind) {
    case "json":
      return call("jsonBody", [type]);
    case "form":
      return call("formBody", [object(encoding, formFieldCode)]);
    case "multipart":
      return call("multipartBody", [object(encoding, partType)]);
    case "binary":
      return call("binaryBody", [type]);
    case "text":
    case "event-stream":
    case "json-lines":
      return call("textBody", [type]);
  }
}

function object(encoding: ApiContent["encoding"], code: (one: ApiEncoding) => string | undefined): string | undefined {
  const members = [...encoding].flatMap(([name, one]) => {
    const value = code(one);
    return value === undefined ? [] : [`${propertyKey(name)}: ${value}`];
  });
  return members.length > 0 ? `{ ${members.join(", ")} }` : undefined;
}

const formFieldCode = ({ contentType, style, explode, allowReserved }: ApiEncoding): string | undefined =>
  contentType === undefined
    ? styleCode(style, explode, allowReserved ? "$encoders.keepReserved" : undefined)
    : undefined;

const partType = ({ contentType }: ApiEncoding): string | undefined =>
  contentType === undefined || contentType.includes(",") || contentType.includes("*")
    ? undefined
    : JSON.stringify(contentType);
