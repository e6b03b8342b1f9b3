import { generate, generateStatic } from "@stoplight/prism-http/dist/mocker/generator/JSONSchema.js";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { ApiDescription, ApiOperation } from "../description/api-description.ts";
import type { ApiSchema, Direction } from "../description/api-schema.ts";
import { isList, isObject, type JsonObject } from "../description/json.ts";
import { plainFalse } from "../description/schemas/plain-false.ts";

/** Makes values that a schema of a description allows. */
export type Sampler = (operation: ApiOperation, schema: ApiSchema, direction: Direction) => unknown;

/**
 * Makes an example where a description has none: the plainest value first, and a random one, always the same, where the
 * schema does not allow that. What only the other direction carries is left out.
 *
 * @returns a function that gives undefined where neither is allowed.
 */
export function createSampler({ document }: ApiDescription): Sampler {
  const components = {
    request: plainFalse(withoutMarked(document.components, "readOnly")),
    response: plainFalse(withoutMarked(document.components, "writeOnly")),
  };
  return ({ method, path }, schema, direction) => {
    const own = plainFalse(withoutMarked(schema, direction === "request" ? "readOnly" : "writeOnly"));
    const whole = { ...Object(own), components: components[direction] };
    const isAllowed = validator(whole);
    if (isAllowed === undefined) return undefined;
    const resource = { method, path, id: `${method} ${path}`, responses: [], components: components[direction] };
    const found = [generateStatic(resource, whole), generate(resource, {}, whole, "git-tokens")].flatMap((made) =>
      "right" in made ? [made.right] : [],
    );
    return found.find((value) => isAllowed(value));
  };
}

function validator(schema: object): ValidateFunction | undefined {
  const ajv = new Ajv2020({ strict: false, validateFormats: true, logger: false });
  addFormats.default(ajv);
  try {
    return ajv.compile(schema);
  } catch {
    return undefined; // A pattern that JavaScript does not have, for example.
  }
}

/** A copy without the properties that are marked so, and without what requires them. */
function withoutMarked(node: unknown, mark: "readOnly" | "writeOnly"): unknown {
  if (isList(node)) return node.map((item) => withoutMarked(item, mark));
  if (!isObject(node)) return node;
  const copy: JsonObject = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withoutMarked(value, mark)]),
  );
  const { properties, required } = copy;
  if (!isObject(properties)) return copy;
  const marked = Object.keys(properties).filter((name) => Object(properties[name])[mark] === true);
  for (const name of marked) delete properties[name];
  if (isList(required)) copy.required = required.filter((name) => !marked.includes(String(name)));
  return copy;
}
