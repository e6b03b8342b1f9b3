import { isObject } from "../../description/json.ts";
import type { Found } from "../../description/schemas/objects-in.ts";
import { eachObject, type Fault } from "./rule.ts";

/**
 * Examples are what the mock answers, the documentation shows and the contract suite runs, each by its name. The first of a
 * parameter is also published as the example of its schema, since tools that call an API read no named ones.
 */
export const examplesNamed = eachObject(["MediaType", "Parameter", "Example"], (found) => {
  const { kind, value, tokens } = found;
  if ("$ref" in value) return [];
  if (kind === "Example") return exampleFaults(found);
  if (kind === "Parameter") return holderFaults(found, `parameter "${String(value.name)}"`);
  return value.schema === undefined ? [] : holderFaults(found, `this ${tokens.at(-1)} body`);
});

function holderFaults({ value, pointer }: Found, what: string): readonly Fault[] {
  if (value.example !== undefined) {
    const message = `${what} has "example"; write "examples", each with a name and a summary`;
    return [{ pointer: `${pointer}/example`, message }];
  }
  if (isObject(value.examples) && Object.keys(value.examples).length > 0) return [];
  const message = `${what} has no named example; add one under "examples": the mock and the published specs use it`;
  return [{ pointer, message }];
}

function exampleFaults({ value, tokens, pointer }: Found): readonly Fault[] {
  const name = tokens.at(-1);
  const faults: Fault[] = [];
  if (typeof value.summary !== "string" || value.summary.trim() === "") {
    faults.push({ pointer, message: `example "${name}" has no summary; say what it shows` });
  }
  if (!("value" in value)) {
    faults.push({ pointer, message: `example "${name}" has no value; write it into the spec, which is one file` });
  }
  return faults;
}
