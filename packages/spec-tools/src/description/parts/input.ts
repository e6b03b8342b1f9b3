import type { ApiInput, ApiInputField } from "../api-description.ts";
import type { ApiContent, ApiParameter, ApiRequestBody, ParameterPlace } from "../api-message.ts";
import { propertiesOf } from "../schemas/properties-of.ts";
import type { Scope } from "./scope.ts";

/** Path, query, header, cookie and body in one flat object, every name once. */
export function inputOf(
  scope: Pick<Scope, "schemas">,
  parameters: readonly ApiParameter[],
  body: ApiRequestBody | undefined,
): ApiInput {
  const contents = body?.contents ?? [];
  const selector = isSelected(contents) ? ["contentType"] : [];
  const taken = new Set([...parameters.map(({ name }) => name), ...selector]);
  const joining = contents.map((content) => fieldsThatJoin(scope, content, taken));
  const [fields = []] = joining;
  const isFlat = fields.length > 0;
  const whole = contents
    .filter((_, index) => !isFlat || joining[index]?.length === 0)
    .map(({ mediaType }) => mediaType);
  return {
    parameters: distinct(parameters, new Set([...selector, ...(whole.length > 0 ? ["body"] : [])])),
    body: contents.length === 0 ? "none" : isFlat ? "fields" : "body",
    bodyFields: fields,
    whole,
  };
}

/**
 * Whether a caller says which media type the body has: there are several, or one that is a pattern such as `image/*`. JSON
 * under a pattern is `application/json`.
 */
export const isSelected = (contents: readonly ApiContent[]): boolean =>
  contents.length > 1 || contents.some(({ mediaType, kind }) => mediaType.includes("*") && kind !== "json");

/** The fields of a body where all of them can join; else none. */
function fieldsThatJoin(
  scope: Pick<Scope, "schemas">,
  content: ApiContent,
  taken: ReadonlySet<string>,
): ApiInput["bodyFields"] {
  const fields = fieldsOf(scope, content);
  return fields.some(({ field }) => taken.has(field)) ? [] : fields;
}

/** The fields of a body that can join by name: a plain object with known properties, and others only where any value will do. */
function fieldsOf({ schemas }: Pick<Scope, "schemas">, { kind, shape, schema }: ApiContent): ApiInput["bodyFields"] {
  if (schema === undefined || shape !== "object" || !(kind === "json" || kind === "form" || kind === "multipart"))
    return [];
  if (isMap(schema)) return [];
  const properties = propertiesOf(schemas, schema, "request");
  // A flat object cannot be given a field of this name.
  if (properties.has("__proto__")) return [];
  return [...properties.values()].map(({ name, required }) => ({ field: name, required }));
}

/** Whether values of its own kind may join under any name, which a flat type cannot say. */
function isMap({ additionalProperties: additional, patternProperties }: NonNullable<ApiContent["schema"]>): boolean {
  const closed = additional?.not !== undefined;
  return patternProperties !== undefined || (additional !== undefined && !closed && Object.keys(additional).length > 0);
}

const SUFFIX: Readonly<Record<ParameterPlace, string>> = {
  path: "InPath",
  query: "InQuery",
  header: "InHeader",
  cookie: "InCookie",
};

/** The path keeps a name that several places have, then the query, the header, the cookie; the others get their place as suffix. */
function distinct(parameters: readonly ApiParameter[], taken: Set<string>): readonly ApiInputField[] {
  const order = Object.keys(SUFFIX);
  const byPlace = [...parameters].sort((a, b) => order.indexOf(a.in) - order.indexOf(b.in));
  const fields = new Map<ApiParameter, string>();
  for (const parameter of byPlace) {
    let field = parameter.name;
    while (taken.has(field)) field += SUFFIX[parameter.in];
    taken.add(field);
    fields.set(parameter, field);
  }
  return parameters.map((parameter) => ({
    field: fields.get(parameter) ?? parameter.name,
    name: parameter.name,
    in: parameter.in,
    required: parameter.required,
  }));
}
