import { METHODS } from "../api-description.ts";
import type { CheckedOperation, CheckedPathItem } from "../check/checked-document.ts";
import type { Spot } from "./scope.ts";

/** An operation of a path. */
export interface PathOperation {
  /** The key that OpenAPI has for it, such as `get`; else the method as the document has it. */
  readonly method: string;
  /** What is sent as the method. */
  readonly verb: string;
  readonly spot: Spot<CheckedOperation>;
}

const NAMED: readonly string[] = [...METHODS, "query"];

/** The operations of a path in the order of the document; those of `additionalOperations` are where that is. */
export function pathOperations({ value, tokens }: Spot<CheckedPathItem>): readonly PathOperation[] {
  const named = new Map(operationsOf(value));
  return Object.keys(value).flatMap((key) => {
    if (key === "additionalOperations") {
      return Object.entries(value.additionalOperations ?? {}).map(([verb, operation]) => ({
        method: verb,
        verb,
        spot: { value: operation, tokens: [...tokens, key, verb] },
      }));
    }
    const operation = named.get(key);
    if (operation === undefined) return [];
    return [{ method: key, verb: key.toUpperCase(), spot: { value: operation, tokens: [...tokens, key] } }];
  });
}

const operationsOf = (item: CheckedPathItem): readonly (readonly [string, CheckedOperation])[] =>
  [...METHODS, "query" as const].flatMap((method) => {
    const operation = item[method];
    return operation === undefined ? [] : [[method, operation] as const];
  });

/** Why no runtime's fetch sends a method; undefined if it does. */
export function verbFault(verb: string, method: string): string | undefined {
  if (/^(TRACE|CONNECT|TRACK)$/i.test(verb)) return `${verb} is served by no runtime's fetch; leave the operation out`;
  if (method === verb && NAMED.includes(verb.toLowerCase())) {
    return `${verb} has a field of its own; write the operation under "${verb.toLowerCase()}"`;
  }
  return /^[\w!#$%&'*+.^`|~-]+$/.test(verb) ? undefined : `"${verb}" is no method that HTTP has; it has no spaces`;
}
