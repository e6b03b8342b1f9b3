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

/**
 * What became of the least or the greatest number, whether it may be reached or not: of the two keywords the one that
 * binds counts.
 *
 * @returns Nothing where neither changed.
 */
export function limitChange(
  before: Bounds,
  after: Bounds,
  end: "minimum" | "maximum",
):
  | { readonly what: "tightened" | "loosened"; readonly old: Limit | undefined; readonly now: Limit | undefined }
  | undefined {
  const [old, now] = [limitOf(before, end), limitOf(after, end)];
  if (old?.value === now?.value && old?.open === now?.open) return undefined;
  if (old === undefined) return { what: "tightened", old, now };
  if (now === undefined) return { what: "loosened", old, now };
  const sign = end === "minimum" ? 1 : -1;
  const further = (now.value - old.value) * sign;
  const tightened = further > 0 || (further === 0 && now.open);
  return { what: tightened ? "tightened" : "loosened", old, now };
}

/** A number that bounds others; `open` where it is not itself among them. */
export interface Limit {
  readonly value: number;
  readonly open: boolean;
  readonly keyword: Bound;
}

function limitOf(bounds: Bounds, end: "minimum" | "maximum"): Limit | undefined {
  const exclusive = end === "minimum" ? "exclusiveMinimum" : "exclusiveMaximum";
  const [closed, open] = [bounds.get(end), bounds.get(exclusive)];
  if (open === undefined) return closed === undefined ? undefined : { value: closed, open: false, keyword: end };
  const binds = closed === undefined || (end === "minimum" ? open >= closed : open <= closed);
  return binds ? { value: open, open: true, keyword: exclusive } : { value: closed, open: false, keyword: end };
}

/** The keywords that {@link limitChange} speaks for. */
export const LIMITS: ReadonlySet<Bound> = new Set<Bound>([
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
]);

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
