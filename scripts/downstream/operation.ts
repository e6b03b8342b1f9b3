import type { ApiOperation, ApiSchemas } from "@git-tokens/spec-tools/description/api-description";
import { isSuccess } from "@git-tokens/spec-tools/description/example-input";

/** What an adapter needs to name an operation in generated code. */
export interface Named {
  readonly id: string;
  /** `id` with a capital. */
  readonly Id: string;
  /** `get`, `put` and so on. */
  readonly method: string;
  readonly path: string;
  /** The names of the path parameters, in their order. */
  readonly names: readonly string[];
  readonly tag: string;
  /** The schema of the request body, where it is named. */
  readonly schema: string;
  /** Whether the body of the request is one of several schemas. */
  readonly isUnion: boolean;
  /** The status of the success. */
  readonly status: number;
  readonly hasRequest: boolean;
  readonly hasResponse: boolean;
}

/** @throws {Error} if the operation documents no success by its number. */
export function named(operation: ApiOperation, schemas?: ApiSchemas): Named {
  const success = operation.responses.find(isSuccess);
  if (typeof success?.status !== "number") throw new Error(`${operation.id} documents no success by its number`);
  const { id, method, path, tags, parameters, requestBody } = operation;
  const schema = requestBody?.contents[0]?.schemaName;
  return {
    id,
    Id: capital(id),
    method,
    path,
    names: parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name),
    tag: tags[0] ?? "default",
    schema: schema ?? `${capital(id)}Body`,
    isUnion: schemas?.get(schema ?? "")?.schema.oneOf !== undefined,
    status: success.status,
    hasRequest: requestBody !== undefined,
    hasResponse: success.contents.length > 0,
  };
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** `Git tokens` as `GitTokens`. */
export const pascal = (text: string): string =>
  text
    .split(/[^A-Za-z0-9]+/)
    .map(capital)
    .join("");
