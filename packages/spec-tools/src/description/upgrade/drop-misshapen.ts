import { METHODS } from "../api-description.ts";
import type { Finding } from "../check/finding.ts";
import { isList, isObject, type JsonObject } from "../json.ts";

/** The form of what the upgrade from Swagger 2.0 looks into without asking: keys, `*` for any, `#` for any index. */
const FORMS: readonly (readonly [path: string, form: "object" | "list"])[] = [
  ...["paths", "definitions", "parameters", "responses", "securityDefinitions"].flatMap((section) => [
    [section, "object"] as const,
    [`${section}/*`, "object"] as const,
  ]),
  ["paths/*/parameters", "list"],
  ["paths/*/parameters/#", "object"],
  ...METHODS.flatMap((method) => [
    [`paths/*/${method}`, "object"] as const,
    [`paths/*/${method}/parameters`, "list"] as const,
    [`paths/*/${method}/parameters/#`, "object"] as const,
    [`paths/*/${method}/responses`, "object"] as const,
    [`paths/*/${method}/responses/*`, "object"] as const,
  ]),
];

/** Takes out of a Swagger 2.0 document what the upgrade would stumble over, and reports it. */
export function dropMisshapen(document: JsonObject): readonly Finding[] {
  return FORMS.flatMap(([path, form]) => dropAt(document, path.split("/"), form, []));
}

function dropAt(
  parent: unknown,
  [key = "", ...rest]: readonly string[],
  form: "object" | "list",
  at: readonly string[],
): Finding[] {
  if (isList(parent)) {
    const findings = parent.flatMap((item, index) => (isObject(item) ? [] : [misshapen([...at, String(index)], form)]));
    if (key === "#") parent.splice(0, parent.length, ...parent.filter(isObject));
    return findings;
  }
  if (!isObject(parent)) return [];
  const keys = key === "*" ? Object.keys(parent).filter((name) => !name.startsWith("x-")) : key in parent ? [key] : [];
  return keys.flatMap((name) => {
    const tokens = [...at, name];
    if (rest.length > 0) return dropAt(parent[name], rest, form, tokens);
    if (form === "list" ? isList(parent[name]) : isObject(parent[name])) return [];
    // A path keeps its `parameters` and its extensions next to its methods.
    delete parent[name];
    return [misshapen(tokens, form)];
  });
}

const misshapen = (tokens: readonly string[], form: string): Finding => ({
  tokens,
  level: "error",
  rule: "form",
  message: `"${tokens.at(-1)}" has to be ${form === "list" ? "a list" : "an object"}; write it so`,
});
