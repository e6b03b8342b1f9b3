import { resolve } from "node:path";
import * as redocly from "@redocly/openapi-core";
import { plugin } from "./plugin.ts";
import type { Problem } from "./problem.ts";
import { brokenReferences } from "./references.ts";

/** A parsed file together with its text, as the validator wants it. */
export type ParsedDocument = ReturnType<typeof redocly.makeDocumentFromString>;

/** Redocly's own rules or ours, by their full names. */
export type Rules = Readonly<Record<string, "error">>;

type Location = Parameters<typeof redocly.getLineColLocation>[0];

/**
 * Holds a parsed OpenAPI document against rules and gives every problem in the order of the file. A document whose
 * references or structure are broken is told so alone: the other rules read what these have checked. The only file,
 * next to the parser in read-spec.ts, that knows this validator.
 */
export async function validate(file: string, document: ParsedDocument, rules: Rules): Promise<readonly Problem[]> {
  const problem = (rule: string, message: string, place: Location | undefined): Problem => {
    const start = place && redocly.getLineColLocation(place).start;
    const sentence = message.trim().replaceAll(/\s*\n\s*/g, " ");
    return { file, line: start?.line ?? 1, column: start?.col ?? 1, rule, message: sentence };
  };
  const lint = async (wanted: Rules): Promise<readonly Problem[]> => {
    const config = await redocly.createConfig({ plugins: [plugin], rules: { ...wanted } });
    const found = await redocly.lintDocument({
      document,
      config: config,
      externalRefResolver: new redocly.BaseResolver(),
    });
    return found.map(({ location: [place], message, ruleId }) => problem(ruleId, message, place));
  };
  const stages = [
    () =>
      brokenReferences(document.parsed).map(({ rule, message, pointer }) =>
        problem(rule, message, { source: document.source, pointer, reportOnKey: false }),
      ),
    () => lint({ struct: "error" }),
    () => lint(rules),
  ];
  for (const stage of stages) {
    const problems = await stage();
    if (problems.length > 0) return [...problems].sort(byPlace);
  }
  return [];
}

/** The same for the text of a JSON document that never was a file; problems carry its lines. */
export function validateJson(file: string, json: string, rules: Rules): Promise<readonly Problem[]> {
  return validate(file, redocly.makeDocumentFromString(json, resolve(`${file}.json`)), rules);
}

const byPlace = (a: Problem, b: Problem): number =>
  a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : 1);
