import type { ApiOperation } from "../description/api-description.ts";
import type { ApiContent, ApiResponse, ParameterPlace } from "../description/api-message.ts";
import type { BodyTypes } from "./body-types.ts";
import { propertyKey } from "./names.ts";
import { failures, isBodiless, requestContents, successes } from "./served-contents.ts";

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
  const [preferred, ...others] = requestContents(operation);
  if (preferred === undefined) return undefined;
  const alternative = (content: ApiContent): string => {
    const whole = requestType(operation, content, types);
    const chosen = others.length === 0 ? "" : contentTypeMember(content, content === preferred);
    if (input.body === "body") {
      const member = `body${requestBody.required ? "" : "?"}: ${whole}`;
      return `{ ${[member, chosen].filter(Boolean).join("; ")} }`;
    }
    // A body that may be left out is there as a whole or not at all.
    const fields = requestBody.required ? whole : `(${whole} | Partial<Record<keyof ${whole}, never>>)`;
    return chosen ? `${fields} & { ${chosen} }` : fields;
  };
  const alternatives = [preferred, ...others].map(alternative);
  return alternatives.length === 1 ? alternatives[0] : `(${alternatives.map((one) => `(${one})`).join(" | ")})`;
}

const contentTypeMember = ({ mediaType }: ApiContent, optional: boolean): string =>
  `contentType${optional ? "?" : ""}: ${JSON.stringify(mediaType)}`;

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
    const json = response.contents.find(({ kind }) => kind === "json");
    const body = json === undefined ? "unknown" : types.response(operation, response.status, json.mediaType);
    return `${typeof response.status === "number" ? response.status : JSON.stringify(response.status)}: ${body}`;
  });
  return members.length > 0 ? `{ ${members.join("; ")} }` : NOTHING;
}
