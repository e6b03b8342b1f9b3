/** The keys of a JSON pointer such as `#/paths/~1things/get`. */
export const keysOf = (pointer: string): readonly string[] =>
  pointer
    .replace(/^#?\/?/, "")
    .split("/")
    .filter((key) => key !== "")
    .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));

/** The kinds of components, in the words of a reader. */
const KINDS: Readonly<Record<string, string>> = {
  schemas: "schema",
  parameters: "parameter",
  responses: "response",
  requestBodies: "request body",
  examples: "example",
  headers: "header",
  securitySchemes: "security scheme",
};

/** Steps of a schema that add nothing to the steps around them. */
const SILENT = new Set(["properties", "schema"]);

/**
 * A pointer in the words of a reader: `schema GitToken › name`. Operations are named elsewhere and left out here.
 *
 * @param document What the pointer is into; it has the names of parameters.
 */
export function describePointer(pointer: string, document?: unknown): string {
  const keys = withNames(keysOf(pointer), document);
  const [first, kind, name] = keys;
  if (first === "components" && kind !== undefined && name !== undefined) {
    return [`${KINDS[kind] ?? kind} ${name}`, ...keys.slice(3).filter((key) => !SILENT.has(key))].join(" › ");
  }
  const rest = first === "paths" ? keys.slice(3) : keys;
  if (first === "paths" && rest.length === 0) return keys.slice(1).reverse().join(" ") || "paths";
  return rest.filter((key) => !SILENT.has(key)).join(" › ") || "the whole document";
}

/** Parameters of an operation by their names; their places in its list tell nobody anything. */
function withNames(keys: readonly string[], document: unknown): readonly string[] {
  let at = document;
  return keys.map((key, index) => {
    at = typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined;
    const name = typeof at === "object" && at !== null ? Reflect.get(at, "name") : undefined;
    return keys[index - 1] === "parameters" && keys[0] === "paths" && typeof name === "string" ? name : key;
  });
}
