import { isObject, type JsonObject } from "../json.ts";

/** What a document says it is. */
export interface StatedVersion {
  readonly document: JsonObject;
  /** `2.0`, `3.0.3`, `3.1.0`, `3.2.0`. */
  readonly version: string;
  readonly family: "2.0" | "3.0" | "3.1" | "3.2";
}

/** The version that a parsed file states, or a sentence that says what it is instead. */
export function statedVersion(value: unknown): StatedVersion | string {
  if (!isObject(value)) {
    const what = Array.isArray(value) ? "a list" : value === null || value === undefined ? "empty" : "plain text";
    return `the file is ${what}, no API description; ${WANTED}`;
  }
  const stated = value.swagger ?? value.openapi;
  if (stated === undefined) return `the file is ${otherKind(value)}; ${WANTED}`;
  // Without quotes, YAML reads 3.1 and 2.0 as numbers.
  const version = stated === 2 ? "2.0" : String(stated);
  const family = FAMILIES.find(
    (name) => version === name || version.startsWith(`${name}.`) || version.startsWith(`${name}-`),
  );
  if (family === undefined || (family === "2.0") !== (value.swagger !== undefined)) {
    return `the file states version ${JSON.stringify(stated)}, which is not read; ${WANTED}`;
  }
  return { document: value, version, family };
}

const WANTED = 'it has to state "openapi: 3.2.0", 3.1, 3.0, or "swagger: 2.0"';
const FAMILIES = ["2.0", "3.0", "3.1", "3.2"] as const;

/** What lies about next to API descriptions and is taken for one. */
function otherKind(value: JsonObject): string {
  if ("asyncapi" in value) return "an AsyncAPI document, which describes messages and no HTTP API";
  if ("overlay" in value) return "an overlay, which goes with an API description";
  if ("arazzo" in value) return "an Arazzo document, which describes workflows";
  if (isObject(value.info) && "item" in value) return "a Postman collection; export it as OpenAPI";
  if ("swaggerVersion" in value) return "Swagger 1, which is not read; convert it to OpenAPI";
  if ("$schema" in value) return "a JSON Schema, no API description";
  return "no API description";
}
