import type { ApiHeader, ApiRequestBody, ApiResponse } from "../api-message.ts";
import type { Direction } from "../api-schema.ts";
import type {
  CheckedHeader,
  CheckedReference,
  CheckedRequestBody,
  CheckedResponse,
} from "../check/checked-document.ts";
import { pointerOf } from "../pointer.ts";
import { contentsOf } from "./contents.ts";
import { pointerTo, resolve, type Scope, type Spot, spotsIn } from "./scope.ts";
import { writableContents } from "./writable-contents.ts";

type Responses = Readonly<Record<string, CheckedResponse | CheckedReference>>;

/** The responses of an operation: numbers ascending, then ranges, then `default`. */
export function responsesOf(
  scope: Scope,
  { value, tokens }: Spot<Responses | undefined>,
  direction: Direction,
): readonly ApiResponse[] {
  const members = spotsIn(value, tokens).filter(([key]) => !key.startsWith("x-"));
  const all = members.flatMap(([key, spot]) => {
    const status = statusOf(key);
    if (status !== undefined) return [responseOf(scope, status, spot, direction)];
    const message = `"${key}" is no status; write 200, 4XX or default`;
    scope.report({ tokens: spot.tokens, level: "error", rule: "status", message });
    return [];
  });
  const rank = ({ status }: ApiResponse): number =>
    typeof status === "number" ? status : status === "default" ? 2000 : 1000 + Number(status.charAt(0));
  return all.sort((a, b) => rank(a) - rank(b));
}

function statusOf(key: string): ApiResponse["status"] | undefined {
  if (key === "default") return key;
  if (/^[1-5]\d\d$/.test(key)) return Number(key);
  const [, digit] = /^([1-5])xx$/i.exec(key) ?? [];
  return RANGES.find((range) => range.charAt(0) === digit);
}

const RANGES = ["1XX", "2XX", "3XX", "4XX", "5XX"] as const;

function responseOf(
  scope: Scope,
  status: ApiResponse["status"],
  spot: Spot<CheckedResponse | CheckedReference>,
  direction: Direction,
): ApiResponse {
  const response = resolve<CheckedResponse>(scope.document, spot);
  const pointer = pointerTo(response);
  const key = `${direction} ${pointer}`;
  const known = scope.memo.responses.get(key) ?? describeResponse(scope, response, direction, pointer);
  scope.memo.responses.set(key, known);
  return { status, ...known };
}

function describeResponse(
  scope: Scope,
  { value, tokens }: Spot<CheckedResponse>,
  direction: Direction,
  pointer: string,
): Omit<ApiResponse, "status"> {
  return {
    description: value.description ?? "",
    headers: spotsIn(value.headers, [...tokens, "headers"]).map(([name, header]) => headerOf(scope, name, header)),
    contents: contentsOf(scope, { value: value.content, tokens: [...tokens, "content"] }, direction),
    links: Object.keys(value.links ?? {}),
    pointer,
  };
}

function headerOf(scope: Scope, name: string, spot: Spot<CheckedHeader | CheckedReference>): ApiHeader {
  const { value, tokens } = resolve<CheckedHeader>(scope.document, spot);
  const pointer = pointerOf(tokens);
  const known = scope.memo.headers.get(pointer) ?? describeHeader(scope, value, pointer);
  scope.memo.headers.set(pointer, known);
  return { name, ...known };
}

function describeHeader(scope: Scope, header: CheckedHeader, pointer: string): Omit<ApiHeader, "name"> {
  const [content] = Object.values(header.content ?? {});
  const schema = header.schema ?? content?.schema ?? {};
  return {
    required: header.required ?? false,
    deprecated: header.deprecated ?? false,
    description: header.description,
    schema,
    secret: scope.secrets.holdsSecret(schema, "response"),
    pointer,
  };
}

/** The body of a request; undefined if there is none, or none with content. */
export function requestBodyOf(
  scope: Scope,
  spot: Spot<CheckedRequestBody | CheckedReference | undefined>,
  direction: Direction,
): ApiRequestBody | undefined {
  if (spot.value === undefined) return undefined;
  const body = resolve<CheckedRequestBody>(scope.document, { value: spot.value, tokens: spot.tokens });
  const { value, tokens } = body;
  const all = contentsOf(scope, { value: value.content, tokens: [...tokens, "content"] }, direction);
  // What a service sends on its own is only read here.
  const contents = direction === "request" ? writableContents(scope, all) : all;
  if (all.length === 0) {
    const message = "a request body without content is none; it is left out";
    scope.report({ tokens, level: "warning", rule: "request-body", message });
  }
  if (contents.length === 0) return undefined;
  return { required: value.required ?? false, description: value.description, contents, pointer: pointerTo(body) };
}
