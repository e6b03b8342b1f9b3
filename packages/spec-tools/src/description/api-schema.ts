/**
 * A JSON Schema as OpenAPI 3.1 has it, checked: every keyword below has the form that is written here. `$ref` names a
 * schema of the description (`#/components/schemas/NAME`) and nothing else; what is next to it holds as well.
 * What the document writes as `true` is `{}` here, `false` is `{ not: {} }`.
 */
export interface ApiSchema {
  readonly $ref?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly format?: string;
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly properties?: Readonly<Record<string, ApiSchema>>;
  readonly patternProperties?: Readonly<Record<string, ApiSchema>>;
  readonly additionalProperties?: ApiSchema;
  readonly unevaluatedProperties?: ApiSchema;
  readonly propertyNames?: ApiSchema;
  readonly dependentSchemas?: Readonly<Record<string, ApiSchema>>;
  readonly required?: readonly string[];
  readonly items?: ApiSchema;
  readonly prefixItems?: readonly ApiSchema[];
  readonly contains?: ApiSchema;
  readonly unevaluatedItems?: ApiSchema;
  readonly allOf?: readonly ApiSchema[];
  readonly oneOf?: readonly ApiSchema[];
  readonly anyOf?: readonly ApiSchema[];
  readonly not?: ApiSchema;
  readonly if?: ApiSchema;
  readonly then?: ApiSchema;
  readonly else?: ApiSchema;
  readonly $defs?: Readonly<Record<string, ApiSchema>>;
  readonly discriminator?: ApiDiscriminator;
  readonly contentMediaType?: string;
  readonly contentEncoding?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

export type JsonType = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

export interface ApiDiscriminator {
  readonly propertyName: string;
  /** By value, each as `#/components/schemas/NAME`, bare names included. */
  readonly mapping?: Readonly<Record<string, string>>;
}

/** Which way a body travels: `readOnly` properties are in no request, `writeOnly` ones in no response. */
export type Direction = "request" | "response";
