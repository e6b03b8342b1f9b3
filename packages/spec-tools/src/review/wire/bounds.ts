import type { ApiSchema, JsonType } from "../../description/api-schema.ts";

/** Keywords that bound a value from below. */
export const LOWER = ["minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties"] as const;

/** Keywords that bound it from above. */
export const UPPER = ["maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties"] as const;

export type Bound = (typeof LOWER)[number] | (typeof UPPER)[number] | "multipleOf" | "uniqueItems";

/** The bounds of a schema; what bounds nothing is not among them. */
export type Bounds = ReadonlyMap<Bound, number>;

const isLower = (bound: Bound): boolean => LOWER.some((name) => name === bound);

const isUpper = (bound: Bound): boolean => UPPER.some((name) => name === bound);

/** Of an integer, `exclusiveMinimum: 0` is `minimum: 1`. */
export function boundsOf(schema: ApiSchema, types: ReadonlySet<JsonType>): Bounds {
  const bounds = new Map<Bound, number>();
  for (const bound of [...LOWER, ...UPPER, "multipleOf"] as const) {
    const value = schema[bound];
    if (value !== undefined && !(value === 0 && isLower(bound) && bound.startsWith("min") && bound !== "minimum")) {
      bounds.set(bound, value);
    }
  }
  if (schema.uniqueItems === true) bounds.set("uniqueItems", 1);
  if (types.has("integer") && !types.has("number")) {
    replaceExclusive(bounds, "exclusiveMinimum", "minimum", 1);
    replaceExclusive(bounds, "exclusiveMaximum", "maximum", -1);
  }
  return bounds;
}

function replaceExclusive(bounds: Map<Bound, number>, exclusive: Bound, inclusive: Bound, step: 1 | -1): void {
  const value = bounds.get(exclusive);
  if (value === undefined || !Number.isInteger(value)) return;
  bounds.delete(exclusive);
  bounds.set(inclusive, tighter(inclusive, bounds.get(inclusive), value + step));
}

function tighter(bound: Bound, one: number | undefined, other: number): number {
  if (one === undefined) return other;
  return isLower(bound) ? Math.max(one, other) : isUpper(bound) ? Math.min(one, other) : one;
}

export function tighterBounds(a: Bounds, b: Bounds): Bounds {
  const all = new Map(a);
  for (const [bound, value] of b) all.set(bound, tighter(bound, all.get(bound), value));
  return all;
}

/** What became of one bound. */
export function boundChange(
  bound: Bound,
  old: number | undefined,
  now: number | undefined,
): "same" | "tightened" | "loosened" | "changed" {
  if (old === now) return "same";
  if (old === undefined) return "tightened";
  if (now === undefined) return "loosened";
  if (bound === "multipleOf") return old % now === 0 ? "loosened" : now % old === 0 ? "tightened" : "changed";
  return now > old === isLower(bound) ? "tightened" : "loosened";
}
