/** An object of a parsed document, before anything is known of it. */
export interface JsonObject {
  [key: string]: unknown;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A list of anything. `Array.isArray` alone makes `any` of the members. */
export const isList = (value: unknown): value is unknown[] => Array.isArray(value);

/** The member of an object that is its own, never an inherited one such as `toString`. */
export const own = (object: JsonObject, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);

/** Sets a member, also one called `__proto__`. */
export function setOwn(object: JsonObject, key: string, value: unknown): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
  } else object[key] = value;
}
