import {
  type Example,
  METHODS,
  type MediaType,
  type Method,
  type OpenApiDocument,
  type Parameter,
  type PathItem,
  type Reference,
  type RequestBody,
  type Response,
  resolve,
  type Schema,
  schemaName,
} from "./document.ts";
import type { Effect } from "./effects.ts";
import { type Follow, propertyNamesOf, requiredOf, secretsOf } from "./schema.ts";

/** One operation of a spec with every reference followed: what a generator, a mock or a test needs to know of it. */
export interface SpecOperation {
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly effect: Effect;
  readonly recovery: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly source: string | undefined;
  readonly deprecated: boolean;
  readonly parameters: readonly SpecParameter[];
  readonly body: SpecBody | undefined;
  /** In ascending order of status; `default` and ranges such as `4XX` are not among them. */
  readonly responses: readonly SpecResponse[];
}

export interface SpecParameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly examples: readonly NamedExample[];
}

export interface SpecBody {
  /** The component's name where the schema is one. */
  readonly schemaName: string | undefined;
  /** False where a caller may leave the whole body out. */
  readonly required: boolean;
  /** The names of the properties, at any depth, that carry a secret. */
  readonly secrets: readonly string[];
  readonly examples: readonly NamedExample[];
}

export interface SpecResponse {
  readonly status: number;
  readonly description: string;
  /** Undefined where no body is documented. */
  readonly body: ResponseBody | undefined;
}

export interface ResponseBody {
  readonly schemaName: string | undefined;
  readonly kind: "object" | "array" | "any";
  /** The names of the properties, at any depth, that carry a secret. */
  readonly secrets: readonly string[];
  /** The secrets that every such answer has at its top level, and no other answer has again. */
  readonly reveals: readonly string[];
  readonly examples: readonly NamedExample[];
}

export interface NamedExample {
  readonly name: string;
  readonly value: unknown;
}

const isMethod = (key: string): key is Method => METHODS.some((method) => method === key);

/** The operations of a spec, in its order. */
export function operationsOf(document: OpenApiDocument): readonly SpecOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, node]) => {
    const item = resolve(document, node);
    // By the keys of the path, since METHODS has an order of its own.
    return Object.keys(item)
      .filter(isMethod)
      .flatMap((method) => operationOf(document, path, item, method) ?? []);
  });
}

function operationOf(
  document: OpenApiDocument,
  path: string,
  item: PathItem,
  method: Method,
): SpecOperation | undefined {
  const operation = item[method];
  if (operation?.operationId === undefined) return undefined;
  return {
    id: operation.operationId,
    method,
    path,
    effect: operation["x-effect"] ?? "read",
    recovery: operation["x-recovery"],
    summary: operation.summary,
    description: operation.description,
    source: operation["x-source"],
    deprecated: operation.deprecated ?? false,
    parameters: parametersOf(document, [...(item.parameters ?? []), ...(operation.parameters ?? [])]),
    body: operation.requestBody && bodyOf(document, resolve(document, operation.requestBody)),
    responses: Object.entries(operation.responses ?? {})
      .filter(([status]) => /^[1-5]\d\d$/.test(status))
      .map(([status, response]) => responseOf(document, Number(status), resolve(document, response))),
  };
}

/** Whether a status says that the request was carried out. */
export const isSuccess = ({ status }: SpecResponse): boolean => status >= 200 && status < 300;

function parametersOf(document: OpenApiDocument, nodes: readonly (Parameter | Reference)[]): readonly SpecParameter[] {
  // A parameter of the operation replaces that of the path with the same name: the last one wins.
  const parameters = new Map<string, SpecParameter>();
  for (const node of nodes) {
    const parameter = resolve(document, node);
    if (parameter.in !== "path" && parameter.in !== "query") continue;
    parameters.set(parameter.name, {
      name: parameter.name,
      in: parameter.in,
      required: parameter.required ?? false,
      examples: examplesOf(document, parameter),
    });
  }
  return [...parameters.values()];
}

function bodyOf(document: OpenApiDocument, body: RequestBody): SpecBody | undefined {
  const media = body.content["application/json"];
  if (media?.schema === undefined) return undefined;
  return {
    schemaName: schemaName(media.schema),
    required: body.required ?? false,
    secrets: secretsOf(media.schema, followIn(document)),
    examples: examplesOf(document, media),
  };
}

function responseOf(document: OpenApiDocument, status: number, response: Response): SpecResponse {
  const media = response.content?.["application/json"];
  const body =
    media?.schema === undefined
      ? undefined
      : {
          schemaName: schemaName(media.schema),
          kind: kindOf(document, media.schema),
          secrets: secretsOf(media.schema, followIn(document)),
          reveals: revealedBy(document, media.schema),
          examples: examplesOf(document, media),
        };
  return { status, description: response.description, body };
}

function kindOf(document: OpenApiDocument, node: Schema | Reference): ResponseBody["kind"] {
  if (propertyNamesOf(node, followIn(document)) !== undefined) return "object";
  return resolve(document, node).type === "array" ? "array" : "any";
}

/** The secrets, received once, that every value of the schema has at its top level. */
function revealedBy(document: OpenApiDocument, node: Schema | Reference): readonly string[] {
  const follow = followIn(document);
  const required = requiredOf(node, follow);
  const top = propertyNamesOf(node, follow);
  return secretsOf(node, follow, "readOnly").filter((name) => required.has(name) && top?.has(name));
}

function followIn(document: OpenApiDocument): Follow {
  return (node) => resolve(document, node);
}

function examplesOf(document: OpenApiDocument, { example, examples }: MediaType | Parameter): readonly NamedExample[] {
  if (example !== undefined) return [{ name: "example", value: example }];
  return Object.entries(examples ?? {}).map(([name, node]) => ({
    name,
    value: resolve<Example>(document, node).value,
  }));
}
