import { propertyKey } from "../codegen/names.ts";
import { isList, isObject } from "../description/json.ts";

/** A JSON value as code on one line. */
export function literal(value: unknown): string {
  if (isList(value)) return `[${value.map(literal).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? "undefined";
  const members = Object.entries(value).map(([key, member]) => `${propertyKey(key)}: ${literal(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
