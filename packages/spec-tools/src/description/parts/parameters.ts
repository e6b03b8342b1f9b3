import type { ApiTarget } from "../api-description.ts";
import type { ApiParameter, ParameterPlace } from "../api-message.ts";
import type { CheckedParameter, CheckedReference } from "../check/checked-document.ts";
import { pointerOf, tokensOf } from "../pointer.ts";
import { contentsOf } from "./contents.ts";
import { examplesOf } from "./examples.ts";
import { pointerTo, resolve, type Scope, type Spot } from "./scope.ts";
import { serializationOf } from "./serialization.ts";
import { writableContents } from "./writable-contents.ts";

type Parameters = readonly Spot<CheckedParameter | CheckedReference>[];

/**
 * The parameters of an operation: its path's, its own in place of those, and those that the path template names and
 * nobody declares.
 */
export function parametersOf(
  scope: Scope,
  shared: Parameters,
  own: Parameters,
  target: Spot<ApiTarget>,
): readonly ApiParameter[] {
  const parameters = new Map<string, ApiParameter>();
  for (const spots of [shared, own]) {
    const seen = new Set<string>();
    for (const spot of spots) {
      const parameter = parameterOf(scope, spot);
      if (parameter === undefined) continue;
      const key = `${parameter.in} ${parameter.name}`;
      if (seen.has(key)) {
        const message = `the ${parameter.in} parameter "${parameter.name}" is there twice in one list; the last one counts`;
        scope.report({ tokens: spot.tokens, level: "warning", rule: "parameter", message });
      }
      seen.add(key);
      // An operation's own takes the place of its path's.
      parameters.set(key, parameter);
    }
  }
  const all = [...parameters.values()];
  tellSharedQuery(scope, all);
  return alongPath(scope, all, target);
}

/** Nothing else can be in a query that is one value. */
function tellSharedQuery({ report }: Scope, all: readonly ApiParameter[]): void {
  const whole = all.find(({ serialization }) => serialization.kind === "content" && serialization.whole !== undefined);
  const others = all.filter((parameter) => parameter.in === "query" && parameter !== whole);
  if (whole === undefined || others.length === 0) return;
  const message = `"${whole.name}" is the whole query, next to ${others.map(({ name }) => `"${name}"`).join(", ")}; describe one or the others`;
  report({ tokens: tokensOf(whole.pointer), level: "error", rule: "parameter", message });
}

const PLACES: readonly ParameterPlace[] = ["path", "query", "header", "cookie"];

/** OpenAPI ignores header parameters of these names: bodies and security schemes say what they are. */
const IGNORED_HEADERS = new Set(["accept", "content-type", "authorization"]);

function parameterOf(scope: Scope, spot: Spot<CheckedParameter | CheckedReference>): ApiParameter | undefined {
  const resolved = resolve<CheckedParameter>(scope.document, spot);
  const pointer = pointerTo(resolved);
  const { parameters } = scope.memo;
  if (!parameters.has(pointer)) parameters.set(pointer, describeParameter(scope, resolved, pointer));
  return parameters.get(pointer);
}

function describeParameter(scope: Scope, resolved: Spot<CheckedParameter>, pointer: string): ApiParameter | undefined {
  const { value, tokens } = resolved;
  const { name } = value;
  const place = value.in === "querystring" ? "query" : PLACES.find((known) => known === value.in);
  if (name === undefined || name === "" || place === undefined) {
    const what = name ? `the parameter "${name}" is in "${value.in ?? ""}"` : "a parameter has no name";
    const message = `${what}; a parameter has a name and is in path, query, header or cookie`;
    scope.report({ tokens, level: "error", rule: "parameter", message });
    return undefined;
  }
  if (place === "header" && IGNORED_HEADERS.has(name.toLowerCase())) {
    if (name.toLowerCase() === "authorization") {
      const message = `OpenAPI ignores a header parameter "${name}"; describe it as a security scheme`;
      scope.report({ tokens, level: "warning", rule: "parameter", message });
    }
    return undefined;
  }
  const fault = nameFault(place, name);
  if (fault !== undefined) scope.report({ tokens, level: "error", rule: "parameter", message: fault });
  if (place === "path" && value.required !== true) {
    const message = `the path parameter "${name}" has to be required; it is read as such`;
    scope.report({ tokens, level: "warning", rule: "parameter", message });
  }
  const { schema, serialization } =
    value.in === "querystring" ? wholeQuery(scope, name, resolved) : serializationOf(scope, place, name, resolved);
  return {
    name,
    in: place,
    required: place === "path" || (value.required ?? false),
    deprecated: value.deprecated ?? false,
    description: value.description,
    schema,
    serialization,
    secret: scope.secrets.holdsSecret(schema, "request"),
    examples: examplesOf(scope, { value: { ...value, schema }, tokens }),
    pointer,
  };
}

/** A parameter of 3.2 that is the whole query. */
function wholeQuery(
  scope: Scope,
  name: string,
  { value, tokens }: Spot<CheckedParameter>,
): ReturnType<typeof serializationOf> {
  const spot = { value: value.content, tokens: [...tokens, "content"] };
  const [content] = writableContents(scope, contentsOf(scope, spot, "request"));
  if (content?.kind === "form" || content?.kind === "json") {
    const { mediaType, kind: media, schema = {} } = content;
    return { schema, serialization: { kind: "content", mediaType, media, whole: content } };
  }
  const message = `"${name}" is the whole query, which is written as application/x-www-form-urlencoded or JSON; describe it so`;
  scope.report({ tokens, level: "error", rule: "parameter-style", message });
  return serializationOf(scope, "query", name, { value: { schema: {} }, tokens });
}

/** Why a parameter can have no such name; undefined if it can. */
function nameFault(place: ParameterPlace, name: string): string | undefined {
  if (name === "__proto__") return `no object can be given a field "${name}"; give the parameter another name`;
  const isToken = /^[\w!#$%&'*+.^`|~-]+$/.test(name);
  if (isToken || place === "path" || place === "query") return undefined;
  return `"${name}" is no name that a ${place} can have; it has letters, digits and no spaces`;
}

/** Path parameters and path template name the same, whatever the document says. */
function alongPath(
  { report }: Scope,
  parameters: readonly ApiParameter[],
  { value: { path }, tokens }: Spot<ApiTarget>,
): readonly ApiParameter[] {
  const named = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name));
  const kept = parameters.filter((parameter) => {
    if (parameter.in !== "path" || named.has(parameter.name)) return true;
    const message = `the path has no {${parameter.name}}; the parameter is left out`;
    report({ tokens, level: "warning", rule: "path-parameter", message });
    return false;
  });
  const declared = new Set(kept.filter((parameter) => parameter.in === "path").map(({ name }) => name));
  const missing = [...named].filter((name) => !declared.has(name));
  for (const name of missing) {
    const message = `the path has {${name}}, and no parameter describes it; it is read as a text`;
    report({ tokens, level: "warning", rule: "path-parameter", message });
  }
  return [...missing.map((name) => undeclared(name, pointerOf(tokens))), ...kept];
}

const undeclared = (name: string, pointer: string): ApiParameter => ({
  name,
  in: "path",
  required: true,
  deprecated: false,
  description: undefined,
  schema: { type: "string" },
  serialization: { kind: "style", style: "simple", explode: false, allowReserved: false, shape: "primitive" },
  secret: false,
  examples: [],
  pointer,
});
