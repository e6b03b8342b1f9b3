import type { ApiOperation, ApiServer } from "../api-description.ts";
import type { ApiRequestBody } from "../api-message.ts";
import type { ApiSchema } from "../api-schema.ts";
import type { CheckedDocument, CheckedOperation, CheckedPathItem, CheckedServer } from "../check/checked-document.ts";
import { callbacksOf } from "./callbacks.ts";
import { type EffectRule, effectOf } from "./effect.ts";
import { inputOf } from "./input.ts";
import { operationNames } from "./names.ts";
import { parametersOf } from "./parameters.ts";
import { pathOperations, verbFault } from "./path-operations.ts";
import { requestBodyOf, responsesOf } from "./responses.ts";
import { externalDocsOf, pointerTo, type Scope, type Spot, spotsIn } from "./scope.ts";
import { type SecuritySchemes, securityOf } from "./security.ts";
import { serversOf } from "./servers.ts";
import { targetOf } from "./target.ts";

/** An operation before its refusals are known: those are found in the whole document. */
export type Described = Omit<ApiOperation, "refusals">;

/** An operation where the document has it, with its name. */
export interface Found {
  readonly id: string;
  /** The operation that would have had the same name, and keeps it. */
  readonly keeper: string | undefined;
  readonly path: string;
  readonly item: Spot<CheckedPathItem>;
  readonly method: string;
  readonly verb: string;
  readonly spot: Spot<CheckedOperation>;
}

/** The operations of a document, in its order. */
export function findOperations(document: CheckedDocument): readonly Found[] {
  const found = pathsOf(document).flatMap(([path, item]) =>
    pathOperations(item).map((operation) => ({ ...operation, path, item })),
  );
  const names = operationNames(
    found.map(({ spot, method, path }) => ({ originalId: spot.value.operationId, method, path })),
  );
  return found.map((operation, index) => {
    const { id = "", keptBy } = names[index] ?? {};
    const keeper = keptBy === undefined ? undefined : found[keptBy];
    return { ...operation, id, keeper: keeper && `${keeper.verb} ${keeper.path}` };
  });
}

const pathsOf = ({ paths }: CheckedDocument): readonly (readonly [path: string, item: Spot<CheckedPathItem>])[] =>
  spotsIn(paths, ["paths"]).filter(([path]) => !path.startsWith("x-"));

/** Describes the operations that were found. */
export function operationsOf(
  scope: Scope,
  found: readonly Found[],
  schemes: SecuritySchemes,
  effects: EffectRule,
): readonly Described[] {
  return found.map((operation) => {
    const { id, keeper, spot } = operation;
    if (keeper !== undefined) {
      const message = `the name of this operation is that of ${keeper}, so it is called ${id}; give it an operationId of its own`;
      scope.report({ tokens: spot.tokens, level: "warning", rule: "operation-name", message });
    }
    return describe(scope, schemes, effects, operation);
  });
}

function describe(
  scope: Scope,
  schemes: SecuritySchemes,
  effects: EffectRule,
  { id, path, item, method, verb, spot }: Found,
): Described {
  const { value, tokens } = spot;
  const within = (key: string): readonly string[] => [...tokens, key];
  const { target, problem } = targetOf(path);
  const refuse = (rule: string, message: string): void => scope.report({ tokens, level: "error", rule, message });
  if (problem !== undefined) refuse("path", `the path "${path}" ${problem}`);
  const shared = (item.value.parameters ?? []).map((parameter, index) => ({
    value: parameter,
    tokens: [...item.tokens, "parameters", String(index)],
  }));
  const own = (value.parameters ?? []).map((parameter, index) => ({
    value: parameter,
    tokens: [...within("parameters"), String(index)],
  }));
  const parameters = parametersOf(scope, shared, own, { value: target, tokens });
  const stated = requestBodyOf(scope, { value: value.requestBody, tokens: within("requestBody") }, "request");
  const bodiless = method === "get" || method === "head";
  // Some generators of documents give every operation a body that may be empty and can be nothing else.
  const requestBody = bodiless && isEmpty(stated) ? undefined : stated;
  const fault = verbFault(verb, method);
  if (fault !== undefined) refuse("method", fault);
  if (bodiless && requestBody !== undefined) {
    refuse("method", `${verb} with a body is sent by no runtime's fetch; describe the body as parameters, or use POST`);
  }
  const ownServers = ownServersOf(scope, [
    { value: value.servers, tokens: within("servers") },
    { value: item.value.servers, tokens: [...item.tokens, "servers"] },
  ]);
  if (ownServers?.length === 0) refuse("server", "no request can be sent to its servers; give it one with https://");
  const security = { value: value.security, tokens: within("security") };
  const commonSecurity = { value: scope.document.security, tokens: ["security"] };
  return {
    id,
    originalId: value.operationId,
    method,
    verb,
    path,
    target,
    summary: value.summary ?? item.value.summary,
    description: value.description ?? item.value.description,
    externalDocs: externalDocsOf(value.externalDocs),
    tags: value.tags ?? [],
    deprecated: value.deprecated ?? false,
    source: typeof value["x-source"] === "string" ? value["x-source"] : undefined,
    ...effectOf(scope, spot, method, effects),
    ownServers,
    security: securityOf(scope, schemes, security.value === undefined ? commonSecurity : security, tokens),
    parameters,
    requestBody,
    responses: responsesOf(scope, { value: value.responses, tokens: within("responses") }, "response"),
    input: inputOf(scope, parameters, requestBody),
    callbacks: callbacksOf(scope, spot),
    pointer: pointerTo(spot),
  };
}

/** The servers of an operation: those of the first place that names any. */
function ownServersOf(
  scope: Scope,
  places: readonly Spot<readonly CheckedServer[] | undefined>[],
): readonly ApiServer[] | undefined {
  const spot = places.find(({ value = [] }) => value.length > 0);
  return spot && serversOf(scope, spot);
}

/** Whether a body may be left out, and has nothing to be put in. */
const isEmpty = (body: ApiRequestBody | undefined): boolean =>
  body !== undefined &&
  !body.required &&
  body.contents.every(({ schema }) => schema !== undefined && holdsNothing(schema));

const holdsNothing = ({ type, properties, additionalProperties, ...others }: ApiSchema): boolean =>
  type === "object" &&
  Object.keys(properties ?? {}).length === 0 &&
  additionalProperties?.not !== undefined &&
  others.$ref === undefined &&
  others.allOf === undefined;
