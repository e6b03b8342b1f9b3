import type { ApiOperation, ApiSecurityScheme } from "../description/api-description.ts";
import type { Selection } from "./selection.ts";

/** Names of schemes: one of these lists is enough, all of it are needed, and an empty one is no credential. */
export type Alternatives = readonly (readonly string[])[];

/** How the operations of a selection are called. */
export interface Security {
  /** Those that some operation takes, in the order of the document. */
  readonly schemes: readonly ApiSecurityScheme[];
  /** What most operations need. */
  readonly common: Alternatives;
  /** Whether all need the same. */
  readonly isCommon: boolean;
  /**
   * What the core needs for it: `one` credential in one header, for all operations; `headers` of one credential each, or none;
   * `none` at all; `any` other way.
   */
  readonly kind: "one" | "headers" | "none" | "any";
  of(operation: ApiOperation): Alternatives;
}

export function securityOf({ api, operations }: Selection): Security {
  const served = [...api.securitySchemes.values()].filter(({ kind }) => kind !== "unsupported");
  const of = ({ security: { stated, optional, alternatives } }: ApiOperation): Alternatives => {
    // Where nothing is said, each scheme may be what the service wants, and so may none.
    const all = stated
      ? alternatives.map((one) => one.map(({ scheme }) => scheme.name))
      : served.map(({ name }) => [name]);
    return optional ? [...all, []] : all;
  };
  const counts = new Map<string, number>();
  for (const operation of operations) {
    const key = JSON.stringify(of(operation));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a).map(([key]) => key);
  const common = operations.map(of).find((all) => JSON.stringify(all) === most) ?? [[]];
  const names = new Set(operations.flatMap((operation) => of(operation).flat()));
  const schemes = served.filter(({ name }) => names.has(name));
  const isCommon = counts.size <= 1;
  const all = operations.flatMap(of);
  const isSingle = all.every(({ length }) => length <= 1) && schemes.every(isInHeader);
  const isOne = isSingle && isCommon && all.every(({ length }) => length === 1);
  const kind = schemes.length === 0 ? "none" : isOne ? "one" : isSingle ? "headers" : "any";
  return { schemes, common, isCommon, kind, of };
}

const isInHeader = (scheme: ApiSecurityScheme): boolean =>
  scheme.kind === "bearer" || (scheme.kind === "apiKey" && scheme.in === "header");
