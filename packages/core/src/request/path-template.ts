import type { OperationFacts } from "../operation-facts.ts";

/** Templates that were cut before; kept, because cutting one costs more than filling it. */
const cutBefore = new WeakMap<OperationFacts, readonly string[]>();

/** The path template of an operation, cut at its braces: every second part is the name of a parameter. */
export function cutTemplate(definition: OperationFacts): readonly string[] {
  const cut = cutBefore.get(definition) ?? definition.path.split(/[{}]/);
  cutBefore.set(definition, cut);
  return cut;
}
