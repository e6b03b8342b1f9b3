import { resolve } from "node:path";
import redocly from "@redocly/openapi-core";
import { plugin } from "./plugin.ts";
import type { Problem } from "./problem.ts";

/** Rules by their full names, Redocly's own or ours. */
export type RequiredRules = Readonly<Record<string, "error">>;

/** A parsed file together with its text, as the validator wants it. */
export type ParsedDocument = ReturnType<typeof redocly.makeDocumentFromString>;

/**
 * Holds a parsed OpenAPI document against rules and gives every problem in the order of the file. The only file, beside the parser in read-spec.ts, that knows this validator.
 */
export async function validate(
  file: string,
  document: ParsedDocument,
  rules: RequiredRules,
): Promise<readonly Problem[]> {
  const config = await redocly.createConfig({ plugins: [plugin], rules: { ...rules } });
  const found = await redocly.lintDocument({
    document,
    config: config.styleguide,
    externalRefResolver: new redocly.BaseResolver(),
  });
  const problems = found.map(({ location: [place], message, ruleId }): Problem => {
    const start = place && redocly.getLineColLocation(place).start;
    return {
      file,
      line: start?.line ?? 1,
      column: start?.col ?? 1,
      rule: ruleId,
      message: message.trim().replaceAll(/\s*\n\s*/g, " "),
    };
  });
  return problems.sort((a, b) => a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : 1));
}

/** The same for the text of a JSON document that never was a file; problems carry its lines. */
export function validateJson(file: string, json: string, rules: RequiredRules): Promise<readonly Problem[]> {
  return validate(file, redocly.makeDocumentFromString(json, resolve(`${file}.json`)), rules);
}
