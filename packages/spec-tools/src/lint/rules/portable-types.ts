import { isList, isObject } from "../../description/json.ts";
import { objectsIn } from "../../description/schemas/objects-in.ts";
import type { Fault, Rule } from "./rule.ts";

const isNull = (node: unknown): boolean => isObject(node) && node.type === "null";

/**
 * OpenAPI 3.0 knows one type per schema, and `nullable`. A plain type has null in its list; a schema of its own has it in an
 * `anyOf`, which the published 3.0.3 writes as a nullable copy. Other forms lose null in some generators.
 */
export const portableTypes: Rule = ({ document }) => {
  const served = new Set<unknown>();
  return [...objectsIn(document)].flatMap(({ kind, value, pointer }): readonly Fault[] => {
    if (kind !== "Schema") return [];
    const { anyOf } = value;
    if (isList(anyOf) && anyOf.length === 2) for (const part of anyOf.filter(isNull)) served.add(part);
    if (served.has(value) || value.type === undefined) return [];
    return typeFaults([value.type].flat().map(String), `${pointer}/type`);
  });
};

function typeFaults(types: readonly string[], pointer: string): readonly Fault[] {
  const [first, ...others] = types.filter((type) => type !== "null");
  const list = `[${types.join(", ")}]`;
  const faults: Fault[] = [];
  if (others.length > 0 || (types.length > 0 && first === undefined)) {
    const message = `type ${list} does not survive in OpenAPI 3.0; use one type with "null" next to it where it may be null, anyOf with a schema and "null", or oneOf`;
    faults.push({ pointer, message });
  }
  if (types.length > 1 && (first === "object" || first === "array")) {
    const message = `several generators lose the null of type ${list}; use anyOf with the ${first} and type: "null"`;
    faults.push({ pointer, message });
  }
  return faults;
}
