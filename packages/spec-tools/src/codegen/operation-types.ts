import type { ApiOperation } from "../description/api-description.ts";
import type { ApiContent, ApiResponse, ParameterPlace } from "../description/api-message.ts";
import { isSelected } from "../description/parts/input.ts";
import type { BodyTypes } from "./body-types.ts";
import { propertyKey } from "./names.ts";
import { failures, isBodiless, successes } from "./served-contents.ts";

/** An object type without members. */
const NOTHING = "Record<never, never>";

const PLACES: readonly ParameterPlace[] = ["path", "query", "header", "cookie"];

/** The flat input of an operation: its parameters and its body in one object. */
export function inputType(operation: ApiOperation, types: BodyTypes): string {
  const parts = PLACES.flatMap((place) => parametersType(operation, place) ?? []);
  const body = bodyType(operation, types);
  if (body !== undefined) parts.push(body);
  return parts.length > 0 ? parts.join(" & ") : NOTHING;
}

function parametersType({ id, input }: ApiOperation, place: ParameterPlace): string | undefined {
  const fields = input.parameters.filter((field) => field.in === place);
  if (fields.length === 0) return undefined;
  const all = `operations[${JSON.stringify(id)}]["parameters"][${JSON.stringify(place)}]`;
  if (fields.every(({ field, name }) => field === name)) return place === "path" ? all : `NonNullable<${all}>`;
  const members = fields.map(
    ({ field, name, required }) =>
      `${propertyKey(field)}${required ? "" : "?"}: Required<NonNullable<${all}>>[${JSON.stringify(name)}]`,
  );
  return `{ ${members.join("; ")} }`;
}

function bodyType(operation: ApiOperation, types: BodyTypes): string | undefined {
  const { requestBody, input } = operation;
  if (requestBody === undefined) return undefined;
  const { contents, required } = requestBody;
  const [preferred] = contents;
  const alternative = (content: ApiContent): string => {
    const type = requestType(operation, content, types);
    const chosen = isSelected(contents) ? contentTypeMember(content, content === preferred) : "";
    if (input.whole.includes(content.mediaType)) {
      const member = `body${required ? "" : "?"}: ${type}`;
      return `{ ${[member, chosen].filter(Boolean).join("; ")} }`;
    }
    // A body that may be left out is there as a whole or not at all.
    const fields = required ? type : `(${type} | Partial<Record<keyof ${type}, never>>)`;
    return chosen ? `${fields} & { ${chosen} }` : fields;
  };
  const alternatives = contents.map(alternative);
  return alternatives.length === 1 ? alternatives[0] : `(${alternatives.map((one) => `(${one})`).join(" | ")})`;
}

/** The media type that a caller chooses; of a pattern such as `image/*`, any that it covers. */
function contentTypeMember({ mediaType }: ApiContent, optional: boolean): string {
  const type = mediaType.includes("*")
    ? `\`${mediaType
        .split("/")
        .map((part) => part.replaceAll(/[\\`$]/g, "\\$&").replace("*", `\${string}`))
        .join("/")}\``
    : JSON.stringify(mediaType);
  return `contentType${optional ? "?" : ""}: ${type}`;
}

/** What a caller may give for a body in one media type. */
function requestType(operation: ApiOperation, { kind, mediaType }: ApiContent, types: BodyTypes): string {
  if (kind === "binary") return "(Blob | ArrayBuffer | Uint8Array)";
  if (kind === "json" || kind === "form" || kind === "multipart") return types.request(operation, mediaType);
  return "string";
}

/** What a call gives: the success bodies of all statuses and media types. */
export function outputType(operation: ApiOperation, types: BodyTypes): string {
  const all = successes(operation).flatMap((response) => {
    if (isBodiless(operation, response) || response.contents.length === 0) return ["undefined"];
    return response.contents.map((content) => responseType(operation, response, content, types));
  });
  return all.length === 0 ? "undefined" : [...new Set(all)].join(" | ");
}

function responseType(operation: ApiOperation, { status }: ApiResponse, content: ApiContent, types: BodyTypes): string {
  const { kind, mediaType } = content;
  const whole = types.response(operation, status, mediaType);
  switch (kind) {
    case "text":
      return "string";
    case "binary":
    case "multipart":
      return "Blob";
    case "event-stream":
      return `AsyncIterable<$decoders.ServerSentEvent<${content.schema === undefined ? "unknown" : whole}>>`;
    case "json-lines":
      return `AsyncIterable<${content.schema === undefined ? "unknown" : whole}>`;
    case "form":
      return "string";
    case "json":
      return whole;
  }
}

/** The bodies of the documented errors by status: numbers, ranges such as `4XX`, and `default`. */
export function errorsType(operation: ApiOperation, types: BodyTypes): string {
  const members = failures(operation).map((response) => {
    const all = response.contents
      .filter(({ kind }) => kind === "json")
      .map(({ mediaType }) => types.response(operation, response.status, mediaType));
    const body = all.length === 0 ? "unknown" : [...new Set(all)].join(" | ");
    return `${typeof response.status === "number" ? response.status : JSON.stringify(response.status)}: ${body}`;
  });
  return members.length > 0 ? `{ ${members.join("; ")} }` : NOTHING;
}
