import type { JsonObject } from "../../description/json.ts";

/** A value for a field, and what else its object must have for it. */
export interface Sample {
  readonly value: unknown;
  /** Fields of the object with and without it. */
  readonly next?: JsonObject;
  /** What the name of the field is, where that is any. */
  readonly key?: string;
}

export const of = (value: unknown, next?: JsonObject, key?: string): Sample => ({
  value,
  ...(next && { next }),
  ...(key && { key }),
});
