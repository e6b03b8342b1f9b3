import type { Effect } from "./effects.ts";

/** The part of an OpenAPI 3.1 document that this toolbox reads. {@link readSpec} has checked its structure. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly servers?: readonly { readonly url: string; readonly description?: string }[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly paths?: Readonly<Record<string, PathItem | Reference>>;
  readonly components?: {
    readonly schemas?: Readonly<Record<string, Schema>>;
    readonly securitySchemes?: Readonly<Record<string, SecurityScheme | Reference>>;
  };
}

export interface Reference {
  readonly $ref: string;
}

export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

export type Method = (typeof METHODS)[number];

export type PathItem = {
  readonly servers?: OpenApiDocument["servers"];
  readonly parameters?: readonly (Parameter | Reference)[];
} & {
  readonly [M in Method]?: Operation;
};

export interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: RequestBody | Reference;
  readonly responses?: Readonly<Record<string, Response | Reference>>;
  readonly security?: OpenApiDocument["security"];
  readonly servers?: OpenApiDocument["servers"];
  readonly "x-effect"?: Effect;
  readonly "x-recovery"?: string;
  readonly "x-source"?: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema | Reference;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, Example | Reference>>;
}

export interface RequestBody {
  readonly required?: boolean;
  readonly content: Readonly<Record<string, MediaType>>;
}

export interface Response {
  readonly description: string;
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface MediaType {
  readonly schema?: Schema | Reference;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, Example | Reference>>;
}

export interface Example {
  readonly summary?: string;
  readonly value?: unknown;
}

export interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema | Reference>>;
  readonly required?: readonly string[];
  readonly items?: Schema | Reference;
  readonly allOf?: readonly (Schema | Reference)[];
  readonly oneOf?: readonly (Schema | Reference)[];
  readonly anyOf?: readonly (Schema | Reference)[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly exclusiveMinimum?: number | boolean;
  readonly exclusiveMaximum?: number | boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
}

export type SecurityScheme =
  | {
      readonly type: "apiKey";
      readonly in: string;
      readonly name: string;
      readonly "x-prefix"?: string;
      readonly description?: string;
    }
  | { readonly type: "http"; readonly scheme: string; readonly description?: string }
  | { readonly type: "oauth2" | "openIdConnect" | "mutualTLS"; readonly description?: string };

// Asks for an object first: JSON Schema's `true` and `false` are schemas too, and read as one without keywords.
export const isReference = (node: unknown): node is Reference =>
  typeof node === "object" && node !== null && "$ref" in node && typeof node.$ref === "string";

/** The segments of a local reference, from the root of the document; undefined if it is not a JSON pointer. */
function segmentsOf({ $ref }: Reference): readonly string[] | undefined {
  try {
    const segments = $ref.replace(/^#\//, "").split("/").map(decodeURIComponent);
    return segments.map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
  } catch {
    return undefined; // A stray percent sign.
  }
}

/** What a local reference points at, be it another reference; undefined if there is nothing. */
export function lookUp(document: unknown, reference: Reference): unknown {
  const segments = segmentsOf(reference);
  let target: unknown = segments && document;
  for (const key of segments ?? []) {
    target =
      typeof target === "object" && target !== null && Object.hasOwn(target, key) ? Reflect.get(target, key) : null;
  }
  return target ?? undefined;
}

/**
 * The component's name where a node is a reference to one of `components.schemas`; undefined for an inline node, and for
 * a reference to anywhere else.
 */
export function schemaName(node: Schema | Reference): string | undefined {
  if (!isReference(node)) return undefined;
  const [section, kind, name, ...further] = segmentsOf(node) ?? [];
  return section === "components" && kind === "schemas" && further.length === 0 ? name : undefined;
}

/**
 * Follows a local reference to its target.
 *
 * @throws {Error} if the reference points nowhere; {@link readSpec} refuses such a spec before anyone asks.
 */
export function resolve<T extends object>(document: OpenApiDocument, node: T | Reference): T {
  if (!isReference(node)) return node;
  const target = lookUp(document, node);
  if (target === undefined) throw new Error(`${node.$ref} points nowhere`);
  // The value has the kind that the place needs: "struct" has checked it.
  return resolve<T>(document, target as T | Reference);
}
