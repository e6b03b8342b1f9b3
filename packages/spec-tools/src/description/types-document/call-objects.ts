import type { ApiCallback, ApiOperation } from "../api-description.ts";
import type { ApiContent, ApiHeader, ApiParameter, ApiRequestBody, ApiResponse } from "../api-message.ts";
import type { ApiSchema, Direction } from "../api-schema.ts";
import { refTo, tokensOf } from "../pointer.ts";
import type { TypeSchema } from "./type-schema.ts";

/** Writes calls as objects of OpenAPI. What several operations share is written once, as a component. */
export interface CallWriter {
  operation(operation: ApiOperation): object;
  /** A webhook or a callback. */
  callback(callback: ApiCallback): object;
  /** The components that the calls written so far have in common. */
  components(): Readonly<Record<string, Readonly<Record<string, object>>>>;
}

type Write = (schema: ApiSchema) => TypeSchema;

export function createCallWriter(write: Readonly<Record<Direction, Write>>): CallWriter {
  const shared = new Map<string, Map<string, object>>();

  /** A component where the document has one, else the object itself. */
  const once = (pointer: string, make: () => object): object => {
    const tokens = tokensOf(pointer);
    const [first, section = "", name = ""] = tokens;
    if (first !== "components" || tokens.length !== 3) return make();
    const members = shared.get(section) ?? new Map<string, object>();
    shared.set(section, members);
    if (!members.has(name)) members.set(name, make());
    return { $ref: refTo(tokens) };
  };

  const headers = (all: readonly ApiHeader[]): object =>
    Object.fromEntries(
      all.map((header) => [header.name, once(header.pointer, () => headerObject(header, write.response))]),
    );

  const response = (one: ApiResponse): object => ({
    description: one.description,
    ...(one.headers.length > 0 && { headers: headers(one.headers) }),
    ...contents(one.contents, write.response),
  });

  return {
    operation: (operation) => ({
      operationId: operation.id,
      ...documentation(operation),
      ...(operation.parameters.length > 0 && {
        parameters: operation.parameters.map((one) => once(one.pointer, () => parameterObject(one, write.request))),
      }),
      ...(operation.requestBody && {
        requestBody: once(operation.requestBody.pointer, () => bodyObject(operation.requestBody, write.request)),
      }),
      responses: Object.fromEntries(
        operation.responses.map((one) => [String(one.status), once(one.pointer, () => response(one))]),
      ),
    }),
    // The directions are swapped, so nothing is shared with operations.
    callback: (callback) => ({
      ...documentation(callback),
      ...(callback.requestBody && { requestBody: bodyObject(callback.requestBody, write.response) }),
      responses: Object.fromEntries(
        callback.responses.map((one) => [
          String(one.status),
          { description: one.description, ...contents(one.contents, write.request) },
        ]),
      ),
    }),
    components: () =>
      Object.fromEntries([...shared].map(([section, members]) => [section, Object.fromEntries(members)])),
  };
}

const documentation = ({ summary, description, deprecated }: ApiOperation | ApiCallback): object => ({
  ...(summary !== undefined && { summary }),
  ...(description !== undefined && { description }),
  ...(deprecated && { deprecated }),
});

const parameterObject = (parameter: ApiParameter, write: Write): object => ({
  name: parameter.name,
  in: parameter.in,
  required: parameter.required,
  ...(parameter.description !== undefined && { description: parameter.description }),
  ...(parameter.deprecated && { deprecated: true }),
  // Shown in the comment of the parameter, which is the only one that it has.
  ...(parameter.schema.default !== undefined && { default: parameter.schema.default }),
  schema: write(parameter.schema),
});

const headerObject = ({ required, deprecated, description, schema }: ApiHeader, write: Write): object => ({
  required,
  ...(deprecated && { deprecated }),
  ...(description !== undefined && { description }),
  schema: write(schema),
});

const bodyObject = (body: ApiRequestBody | undefined, write: Write): object => ({
  required: body?.required ?? false,
  ...contents(body?.contents ?? [], write),
});

/** Text and bytes are what they are, whatever schema describes their meaning. */
const BY_KIND: Partial<Readonly<Record<ApiContent["kind"], TypeSchema>>> = {
  text: { type: "string" },
  binary: { type: "string", format: "binary" },
};

const contents = (all: readonly ApiContent[], write: Write): object =>
  all.length === 0
    ? {}
    : {
        content: Object.fromEntries(
          all.map(({ mediaType, kind, schema }) => [
            mediaType,
            { schema: BY_KIND[kind] ?? (schema === undefined ? {} : write(schema)) },
          ]),
        ),
      };
