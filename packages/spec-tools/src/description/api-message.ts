import type { ApiSchema } from "./api-schema.ts";

export type ParameterPlace = "path" | "query" | "header" | "cookie";

export interface ApiParameter {
  readonly name: string;
  readonly in: ParameterPlace;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  readonly schema: ApiSchema;
  readonly serialization: ApiSerialization;
  /** Whether its value, or a part of it, is a secret. */
  readonly secret: boolean;
  readonly examples: readonly ApiExample[];
  readonly pointer: string;
}

export type ParameterStyle =
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "deepObject"
  | "cookie";

/** How a value becomes text. */
export type ApiSerialization =
  | {
      readonly kind: "style";
      readonly style: ParameterStyle;
      readonly explode: boolean;
      readonly allowReserved: boolean;
      /** What its schema lets the value be; `any` where the schema does not say. */
      readonly shape: "primitive" | "array" | "object" | "any";
    }
  /** As a whole by a media type, such as JSON in a query. */
  | {
      readonly kind: "content";
      readonly mediaType: string;
      readonly media: MediaKind;
      /** Set where the value is the whole query: `in: querystring` of 3.2. */
      readonly whole?: ApiContent;
    };

export interface ApiRequestBody {
  /** False where a caller may leave the whole body out. */
  readonly required: boolean;
  readonly description: string | undefined;
  /** By preference: JSON first, then in the order of the document. Never empty. */
  readonly contents: readonly ApiContent[];
  readonly pointer: string;
}

export interface ApiResponse {
  /** A number, a range such as `4XX` (in capitals), or `default`. */
  readonly status: number | `${1 | 2 | 3 | 4 | 5}XX` | "default";
  readonly description: string;
  readonly headers: readonly ApiHeader[];
  /** By preference, as for a request; empty if no body is documented. */
  readonly contents: readonly ApiContent[];
  /** The names of the documented links. */
  readonly links: readonly string[];
  readonly pointer: string;
}

export interface ApiHeader {
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  readonly schema: ApiSchema;
  readonly secret: boolean;
  readonly pointer: string;
}

/**
 * - `json`: `application/json` with any parameters, `+json`, and a wildcard whose schema is no text; none of them if the
 *   schema is bytes.
 * - `form`: `application/x-www-form-urlencoded`.
 * - `multipart`: `multipart/form-data` and the other `multipart` types.
 * - `event-stream`: `text/event-stream`.
 * - `json-lines`: one JSON value per line: `application/jsonl`, `application/x-ndjson`, `application/json-seq`.
 * - `text`: every other `text` type, XML and YAML, as one string.
 * - `binary`: the rest, as bytes.
 */
export type MediaKind = "json" | "form" | "multipart" | "event-stream" | "json-lines" | "text" | "binary";

/** A body in one media type. */
export interface ApiContent {
  /** As the document has it, parameters such as `charset` included. */
  readonly mediaType: string;
  readonly kind: MediaKind;
  /** Undefined where the document gives none. Of a stream: the schema of one event or line. */
  readonly schema: ApiSchema | undefined;
  /** The name of the schema, where that is a `$ref` and nothing more. */
  readonly schemaName: string | undefined;
  /** What a value may be in JSON. */
  readonly shape: "object" | "array" | "any";
  readonly secrets: ApiSecrets;
  /** How single parts of a form or multipart body are sent, by the name of the property. */
  readonly encoding: ReadonlyMap<string, ApiEncoding>;
  readonly examples: readonly ApiExample[];
  readonly pointer: string;
}

/** How one part of a form or multipart body is sent. */
export interface ApiEncoding {
  /** The media type of the part; undefined if it follows from the schema. */
  readonly contentType: string | undefined;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
}

/** Which parts of a body are secret: `format: password` at any depth, behind any composition. */
export interface ApiSecrets {
  /** The names of the fields whose whole value must be masked, sorted. */
  readonly fields: readonly string[];
  /** Those at the top level that every such body has, and that the service never tells again. Responses only. */
  readonly revealed: readonly string[];
  /** Whether the body as a whole is a secret, or a list or map of them. */
  readonly whole: boolean;
}

export interface ApiExample {
  readonly name: string;
  /** Whether the document gives the name, so that a request can ask a mock for this one. */
  readonly named: boolean;
  readonly summary: string | undefined;
  readonly value: unknown;
}
