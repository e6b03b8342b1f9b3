import type { ApiDescription, ApiOperation } from "../../description/api-description.ts";
import { type Direction, reachOf } from "../reach.ts";
import { pairOperations } from "../wire-changes/operation-changes.ts";
import { operationIds } from "./function-names.ts";

/** Where the named schemas are used, and what the document calls an operation. */
export interface Uses {
  /** The operations that a schema takes part in, before or after. */
  readonly operationsOf: (schema: string) => readonly string[];
  /** Its directions before the change; undefined where neither version uses it. */
  readonly directionsOf: (schema: string) => ReadonlySet<Direction> | undefined;
  /** The operation as the document calls it, by the name of its function. */
  readonly operationId: (name: string) => string;
}

/** As the reach of a schema names it. */
const idOf = ({ originalId, method, path }: ApiOperation): string => originalId ?? `${method.toUpperCase()} ${path}`;

export function usesIn(before: ApiDescription, after: ApiDescription): Uses {
  const reaches = [reachOf(before), reachOf(after)];
  const ids = new Map([before, after].flatMap((api) => [...operationIds(api)]));
  const pairs = pairOperations(before, after);
  const renamed = new Map(pairs.flatMap(({ old, now }) => (old && now ? [[idOf(old), idOf(now)] as const] : [])));
  const fresh = new Set(pairs.flatMap(({ old, now }) => (old === undefined && now ? [idOf(now)] : [])));
  const usesOf = (schema: string) => reaches.map((reach) => reach(`/components/schemas/${schema}`));
  return {
    operationId: (name) => ids.get(name) ?? name,
    operationsOf: (schema) => {
      const all = new Set(
        usesOf(schema).flatMap(({ operations }) => [...operations].map((id) => renamed.get(id) ?? id)),
      );
      // Nobody called a new operation before, so nothing can break there.
      const known = [...all].filter((id) => !fresh.has(id));
      return known.length > 0 ? known : [...all];
    },
    directionsOf: (schema) => {
      const found = usesOf(schema);
      return found.some(({ directions }) => directions.size > 0) ? found[0]?.directions : undefined;
    },
  };
}
