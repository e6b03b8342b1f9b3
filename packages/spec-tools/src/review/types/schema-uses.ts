import type { ApiDescription } from "../../description/api-description.ts";
import { type Direction, reachOf } from "../reach.ts";
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

export function usesIn(before: ApiDescription, after: ApiDescription): Uses {
  const reaches = [reachOf(before), reachOf(after)];
  const ids = new Map([before, after].flatMap((api) => [...operationIds(api)]));
  const usesOf = (schema: string) => reaches.map((reach) => reach(`/components/schemas/${schema}`));
  return {
    operationId: (name) => ids.get(name) ?? name,
    operationsOf: (schema) => [...new Set(usesOf(schema).flatMap(({ operations }) => [...operations]))],
    directionsOf: (schema) => {
      const found = usesOf(schema);
      return found.some(({ directions }) => directions.size > 0) ? found[0]?.directions : undefined;
    },
  };
}
