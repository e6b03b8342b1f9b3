/** A value of a parsed document. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !isList(value);

/** `Array.isArray` does not know a readonly array. */
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
