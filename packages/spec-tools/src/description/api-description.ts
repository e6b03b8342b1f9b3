import type { ApiParameter, ApiRequestBody, ApiResponse, ParameterPlace } from "./api-message.ts";
import type { ApiSchema } from "./api-schema.ts";
import type { Effect } from "./effects.ts";
import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";

/**
 * Everything that a document says of an API, effective and resolved: references are followed, what a path or the whole
 * document says for its operations is given to each, and every version of OpenAPI reads the same. All tools read this and
 * nothing else. It is immutable, and holds what a document does not support as a {@link Problem}, so nothing is lost
 * without a word.
 *
 * A `pointer` is a JSON pointer into {@link ApiDescription.document}; {@link ApiDescription.placeOf} gives its file and line.
 */
export interface ApiDescription {
  /** The file's name without folder and extension: the name of the provider. */
  readonly name: string;
  /** The file as the caller named it. */
  readonly file: string;
  /** The text of the file, as it was read. */
  readonly text: string;
  /** All files that were read, {@link file} first: those that its references name follow. */
  readonly files: readonly string[];
  /** What the document states, before the upgrade: `2.0`, `3.0.3`, `3.1.0`, `3.2.0`. */
  readonly version: string;
  readonly info: ApiInfo;
  /** The servers of the document, the default first; empty if it states none that a request can be sent to. */
  readonly servers: readonly ApiServer[];
  /** All schemes of the document by name, in its order. */
  readonly securitySchemes: ReadonlyMap<string, ApiSecurityScheme>;
  readonly tags: readonly ApiTag[];
  readonly externalDocs: ApiExternalDocs | undefined;
  /** In the order of the document, those that are refused included: see {@link ApiOperation.refusals}. */
  readonly operations: readonly ApiOperation[];
  /** What the service calls on its own: types only, no operations of a client. */
  readonly webhooks: readonly ApiCallback[];
  /** The named schemas, in the order of the document. */
  readonly schemas: ApiSchemas;
  /** Warnings, and the refusals of all operations, in the order of files and lines. */
  readonly problems: readonly Problem[];
  /**
   * The document as one OpenAPI 3.1 file: bundled, overlaid, upgraded. Every `$ref` is `#/components/SECTION/NAME`. For
   * programs that take a whole document, such as Prism or a reference page. Never changed: give away copies.
   */
  readonly document: ApiDocument;
  /** Where a part of the document is written; the nearest part around it where the upgrade made it. */
  placeOf(pointer: string): Place;
}

/** An OpenAPI 3.1 document for programs that read one on their own. */
export type ApiDocument = Readonly<Record<string, unknown>> & { readonly openapi: string };

/** The named schemas of a description, by their names in the document. */
export type ApiSchemas = ReadonlyMap<string, ApiNamedSchema>;

export interface ApiNamedSchema {
  readonly name: string;
  /** The name of its TypeScript type: no two are the same, and none is a reserved word. */
  readonly typeName: string;
  readonly schema: ApiSchema;
  readonly pointer: string;
}

export interface ApiInfo {
  readonly title: string;
  readonly version: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly source: string | undefined;
}

export interface ApiExternalDocs {
  readonly url: string;
  readonly description: string | undefined;
}

export interface ApiTag {
  readonly name: string;
  readonly description: string | undefined;
  readonly externalDocs: ApiExternalDocs | undefined;
}

/** An address of the service. */
export interface ApiServer {
  /** As the document has it, with `{name}` for each variable. */
  readonly url: string;
  /** Whether it is a whole URL, or becomes one by its variables; otherwise it is a path on a host that the caller names. */
  readonly absolute: boolean;
  readonly description: string | undefined;
  readonly variables: readonly ApiServerVariable[];
  readonly pointer: string;
}

export interface ApiServerVariable {
  readonly name: string;
  /** Undefined where the document gives none: every caller must. */
  readonly default: string | undefined;
  /** The only values that it may have; undefined if any is. */
  readonly values: readonly string[] | undefined;
  readonly description: string | undefined;
}

/** How a credential travels. */
export type ApiSecurityScheme = {
  readonly name: string;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly pointer: string;
} & (
  | {
      readonly kind: "apiKey";
      readonly in: "header" | "query" | "cookie";
      /** The header (in lower case), query parameter or cookie. */
      readonly parameter: string;
      /** What precedes the credential, its space included; empty if nothing does. */
      readonly prefix: string;
    }
  | { readonly kind: "basic" }
  /** `Authorization: Bearer TOKEN`: http bearer, and OAuth 2 and OpenID Connect, whose token the caller gives. */
  | { readonly kind: "bearer"; readonly issuedBy: "http" | "oauth2" | "openIdConnect" }
  /** What no header carries: another http scheme, or a certificate. */
  | { readonly kind: "unsupported"; readonly what: string }
);

/** What a request must prove. */
export interface ApiSecurity {
  /** Whether the document says anything of it, for the operation or for all. */
  readonly stated: boolean;
  /** Whether a request without any credential is accepted too. */
  readonly optional: boolean;
  /** One of these is enough; within one, every scheme is needed. Those with an unsupported scheme are left out. */
  readonly alternatives: readonly (readonly ApiSecurityRequirement[])[];
}

export interface ApiSecurityRequirement {
  readonly scheme: ApiSecurityScheme;
  readonly scopes: readonly string[];
}

/** The methods for which OpenAPI 3.1 has a field. */
export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

export interface ApiOperation {
  /** The name of its function: a valid identifier, and no other operation has it. */
  readonly id: string;
  /** `operationId` as the document has it. */
  readonly originalId: string | undefined;
  /** The field of OpenAPI, such as `get`; of another method as the document has it. */
  readonly method: string;
  /** What is sent as the method, such as `GET`. */
  readonly verb: string;
  /** The key under `paths`, as the document has it. */
  readonly path: string;
  /** What is requested: the path without a fragment, and without the query of the key. */
  readonly target: ApiTarget;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly externalDocs: ApiExternalDocs | undefined;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  /** `x-source`. */
  readonly source: string | undefined;
  readonly effect: Effect;
  /** Whether the effect is stated by `x-effect`; otherwise it follows from the method. */
  readonly effectStated: boolean;
  /** What a caller does after a create or rotate with an unknown outcome; always there for these two. */
  readonly recovery: string | undefined;
  /** Whether the recovery is stated by `x-recovery`; otherwise it is a general sentence. */
  readonly recoveryStated: boolean;
  /** Those that the operation or its path states for itself; undefined if the document's are meant. */
  readonly ownServers: readonly ApiServer[] | undefined;
  readonly security: ApiSecurity;
  /** In the order of the document, the path's first; what the operation overrides is not among them. */
  readonly parameters: readonly ApiParameter[];
  readonly requestBody: ApiRequestBody | undefined;
  /** Numbers ascending, then ranges, then `default`. */
  readonly responses: readonly ApiResponse[];
  /** How path, query, header, cookie and body share one flat object. */
  readonly input: ApiInput;
  readonly callbacks: readonly ApiCallback[];
  /** Why no client can serve it; empty if one can. */
  readonly refusals: readonly Problem[];
  readonly pointer: string;
}

export interface ApiTarget {
  /** The path template, `{name}` for each path parameter. */
  readonly path: string;
  /** Name and value of each fixed part of the query, as in `/?action=list`. */
  readonly query: readonly (readonly [name: string, value: string])[];
}

/** The flat input of an operation. */
export interface ApiInput {
  /** One per parameter, in the order of {@link ApiOperation.parameters}. */
  readonly parameters: readonly ApiInputField[];
  /** How the preferred body joins: its fields by their names, as a whole under `body`, or there is none. */
  readonly body: "fields" | "body" | "none";
  /** The names of the body's fields where they join by name; else empty. */
  readonly bodyFields: readonly ApiBodyField[];
  /** The media types of which the body is given as a whole, under `body`: all of them, or those without fields that can join. */
  readonly whole: readonly string[];
}

export interface ApiInputField {
  /** The name in the input: the parameter's own unless that is taken. */
  readonly field: string;
  readonly name: string;
  readonly in: ParameterPlace;
  readonly required: boolean;
}

export interface ApiBodyField {
  readonly field: string;
  readonly required: boolean;
}

/** A request that the service makes: a webhook, or a callback of an operation. Its bodies are seen by their receiver. */
export interface ApiCallback {
  /** The name in the document. */
  readonly name: string;
  /** The expression that gives the address, as `{$request.query.url}`; undefined for a webhook. */
  readonly expression: string | undefined;
  readonly method: string;
  /** `operationId` as the document has it. */
  readonly originalId: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  /** What the service sends: the receiver reads it, so it is seen in the direction of a response. */
  readonly requestBody: ApiRequestBody | undefined;
  readonly responses: readonly ApiResponse[];
  readonly pointer: string;
}
