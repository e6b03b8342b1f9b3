import type { ApiInputField, ApiOperation } from "../description/api-description.ts";
import type { ApiContent, ApiEncoding, ApiParameter, ParameterPlace } from "../description/api-message.ts";
import { propertyKey } from "./names.ts";
import { requestContents } from "./served-contents.ts";

/**
 * The code that makes the writer of an operation's requests; undefined if the core writes them on its own: plain values
 * in path and query, and the fields of a JSON body.
 */
export function writerCode(operation: ApiOperation): string | undefined {
  const { parameters, target, requestBody, input } = operation;
  if (isPlain(operation)) return undefined;
  const fields = parameters.map((parameter, index) => parameterCode(parameter, input.parameters[index]));
  const body = requestBody && bodyCode(operation);
  const members = [
    fields.length > 0 && `parameters: [${fields.join(", ")}]`,
    target.query.length > 0 && `query: ${JSON.stringify(queryText(target.query))}`,
    body && `body: ${body}`,
    input.body === "body" && "wholeBody: true",
  ].filter(Boolean);
  return `/* @__PURE__ */ $encoders.writeWith({ ${members.join(", ")} })`;
}

function isPlain(operation: ApiOperation): boolean {
  const { parameters, target, input } = operation;
  const contents = requestContents(operation);
  const [content, ...others] = contents;
  const isPlainBody = content === undefined || (input.body === "fields" && content.mediaType === "application/json");
  return (
    isPlainBody &&
    others.length === 0 &&
    target.query.length === 0 &&
    input.parameters.every(({ field, name }) => field === name) &&
    parameters.every(isPlainParameter)
  );
}

/** What the core writes on its own: one value in a path, and values or lists of them in a query. */
function isPlainParameter({ in: place, serialization }: ApiParameter): boolean {
  if (serialization.kind === "content") return false;
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
  cookie: "$encoders.asIs",
};

const DEFAULT_STYLE = { path: "simple", query: "form", header: "simple", cookie: "form" } as const;

const SEPARATORS = { spaceDelimited: "%20", pipeDelimited: "%7C" } as const;

/** The code that makes a `WriteParameter`; undefined for what a writer does in that place anyhow. */
function writeCode(place: ParameterPlace, serialization: ApiParameter["serialization"]): string | undefined {
  if (serialization.kind === "content") {
    if (serialization.media !== "json") return undefined;
    return call("json", [JSON.stringify(place === "query" ? "query" : "other"), ENCODE[place]]);
  }
  const { style, explode, allowReserved } = serialization;
  const isDefault = style === DEFAULT_STYLE[place] && explode === (style === "form") && !allowReserved;
  if (isDefault) return undefined;
  const encode = allowReserved ? "$encoders.keepReserved" : ENCODE[place];
  return styleCode(style, explode, encode);
}

function styleCode(style: ApiEncoding["style"], explode: boolean, encode: string | undefined): string {
  switch (style) {
    case "simple":
    case "form":
      return call(style, [String(explode), encode]);
    case "label":
    case "matrix":
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

function bodyCode(operation: ApiOperation): string | undefined {
  const contents = requestContents(operation);
  const [content, ...others] = contents;
  if (content === undefined) return undefined;
  if (others.length > 0) {
    const members = contents.map((one) => `${JSON.stringify(one.mediaType)}: ${contentCode(one)}`);
    return `{ ${members.join(", ")} }`;
  }
  return content.mediaType === "application/json" ? undefined : contentCode(content);
}

/** A media type that can be sent: a pattern such as `image/*` is none. */
const sendable = (mediaType: string, instead: string): string => (mediaType.includes("*") ? instead : mediaType);

function contentCode({ kind, mediaType, encoding }: ApiContent): string {
  switch (kind) {
    case "json":
      return call("jsonBody", [JSON.stringify(sendable(mediaType, "application/json"))]);
    case "form":
      return call("formBody", encoding.size > 0 ? [object(encoding, formFieldCode)] : []);
    case "multipart":
      return call("multipartBody", encoding.size > 0 ? [object(encoding, partType)] : []);
    case "binary":
      return call("binaryBody", [JSON.stringify(sendable(mediaType, "application/octet-stream"))]);
    case "text":
    case "event-stream":
    case "json-lines":
      return call("textBody", [JSON.stringify(sendable(mediaType, "text/plain"))]);
  }
}

function object(encoding: ApiContent["encoding"], code: (one: ApiEncoding) => string | undefined): string {
  const members = [...encoding].flatMap(([name, one]) => {
    const value = code(one);
    return value === undefined ? [] : [`${propertyKey(name)}: ${value}`];
  });
  return `{ ${members.join(", ")} }`;
}

const formFieldCode = ({ contentType, style, explode, allowReserved }: ApiEncoding): string | undefined =>
  contentType === undefined
    ? styleCode(style, explode, allowReserved ? "$encoders.keepReserved" : undefined)
    : undefined;

const partType = ({ contentType }: ApiEncoding): string | undefined =>
  contentType === undefined || contentType.includes(",") || contentType.includes("*")
    ? undefined
    : JSON.stringify(contentType);
