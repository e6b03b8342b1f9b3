import type { ApiSchema } from "../api-schema.ts";

/**
 * An OpenAPI 3.1 document whose fields have the form that is written here, where they are there at all; whose references
 * all lead to a component; and whose paths are no references. `checkDocument` sees to that.
 */
export interface CheckedDocument {
  readonly openapi: string;
  readonly info?: CheckedInfo;
  readonly servers?: readonly CheckedServer[];
  readonly paths?: Readonly<Record<string, CheckedPathItem>>;
  readonly webhooks?: Readonly<Record<string, CheckedPathItem>>;
  readonly components?: CheckedComponents;
  readonly security?: readonly CheckedRequirement[];
  readonly tags?: readonly CheckedTag[];
  readonly externalDocs?: CheckedExternalDocs;
}

export interface CheckedReference {
  readonly $ref: string;
}

export interface CheckedInfo {
  readonly title?: string;
  readonly version?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly "x-source"?: unknown;
}

export interface CheckedExternalDocs {
  readonly url?: string;
  readonly description?: string;
}

export interface CheckedTag {
  readonly name?: string;
  readonly description?: string;
  readonly externalDocs?: CheckedExternalDocs;
}

export interface CheckedServer {
  readonly url?: string;
  readonly description?: string;
  readonly variables?: Readonly<Record<string, CheckedServerVariable>>;
}

export interface CheckedServerVariable {
  readonly default?: string;
  readonly enum?: readonly string[];
  readonly description?: string;
}

export type CheckedRequirement = Readonly<Record<string, unknown>>;

type Named<T> = Readonly<Record<string, T | CheckedReference>>;

export interface CheckedComponents {
  readonly schemas?: Readonly<Record<string, ApiSchema>>;
  readonly responses?: Named<CheckedResponse>;
  readonly parameters?: Named<CheckedParameter>;
  readonly examples?: Named<CheckedExample>;
  readonly requestBodies?: Named<CheckedRequestBody>;
  readonly headers?: Named<CheckedHeader>;
  readonly securitySchemes?: Named<CheckedSecurityScheme>;
  readonly links?: Named<object>;
  readonly callbacks?: Named<CheckedCallback>;
  readonly pathItems?: Readonly<Record<string, CheckedPathItem>>;
}

export interface CheckedPathItem {
  readonly summary?: string;
  readonly description?: string;
  readonly servers?: readonly CheckedServer[];
  readonly parameters?: readonly (CheckedParameter | CheckedReference)[];
  readonly get?: CheckedOperation;
  readonly put?: CheckedOperation;
  readonly post?: CheckedOperation;
  readonly delete?: CheckedOperation;
  readonly options?: CheckedOperation;
  readonly head?: CheckedOperation;
  readonly patch?: CheckedOperation;
  readonly trace?: CheckedOperation;
  /** Of 3.2, as the next. */
  readonly query?: CheckedOperation;
  readonly additionalOperations?: Readonly<Record<string, CheckedOperation>>;
}

export interface CheckedOperation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly externalDocs?: CheckedExternalDocs;
  readonly parameters?: readonly (CheckedParameter | CheckedReference)[];
  readonly requestBody?: CheckedRequestBody | CheckedReference;
  readonly responses?: Named<CheckedResponse>;
  readonly callbacks?: Named<CheckedCallback>;
  readonly deprecated?: boolean;
  readonly security?: readonly CheckedRequirement[];
  readonly servers?: readonly CheckedServer[];
  readonly "x-effect"?: unknown;
  readonly "x-recovery"?: unknown;
  readonly "x-source"?: unknown;
}

/** What a parameter and a header have in common. */
export interface CheckedHeader {
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly allowEmptyValue?: boolean;
  readonly description?: string;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly schema?: ApiSchema;
  readonly content?: Readonly<Record<string, CheckedMediaType>>;
  readonly example?: unknown;
  readonly examples?: Named<CheckedExample>;
}

export interface CheckedParameter extends CheckedHeader {
  readonly name?: string;
  readonly in?: string;
}

export interface CheckedRequestBody {
  readonly description?: string;
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, CheckedMediaType>>;
}

export interface CheckedMediaType {
  readonly schema?: ApiSchema;
  readonly itemSchema?: ApiSchema;
  readonly example?: unknown;
  readonly examples?: Named<CheckedExample>;
  readonly encoding?: Readonly<Record<string, CheckedEncoding>>;
}

export interface CheckedEncoding {
  readonly contentType?: string;
  readonly headers?: Named<CheckedHeader>;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

export interface CheckedResponse {
  readonly description?: string;
  readonly headers?: Named<CheckedHeader>;
  readonly content?: Readonly<Record<string, CheckedMediaType>>;
  readonly links?: Named<object>;
}

export interface CheckedExample {
  readonly summary?: string;
  readonly value?: unknown;
  /** Of 3.2: the same under another name. */
  readonly dataValue?: unknown;
  readonly externalValue?: unknown;
}

export type CheckedCallback = Readonly<Record<string, CheckedPathItem>>;

export interface CheckedSecurityScheme {
  readonly type?: string;
  readonly description?: string;
  readonly name?: string;
  readonly in?: string;
  readonly scheme?: string;
  readonly deprecated?: boolean;
  readonly "x-prefix"?: unknown;
}
