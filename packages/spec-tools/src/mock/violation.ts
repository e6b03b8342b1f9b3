import type { IPrismDiagnostic } from "@stoplight/prism-core";

/** What is wrong with a request. It never repeats a value, which may be a secret. */
export interface Violation {
  /** Where it is: `path`, `query`, `header` or `body`, and the name of the field, with dots between levels. */
  readonly field: string;
  readonly message: string;
}

/** Prism's findings in our form. A missing property is named on its own, not by the object that lacks it. */
export function violationsOf(diagnostics: readonly IPrismDiagnostic[]): readonly Violation[] {
  return diagnostics.map(({ path = [], message }) => {
    const missing = /required property '([^']+)'/.exec(message)?.[1];
    const field = [...path, ...(missing === undefined || path.at(-1) === missing ? [] : [missing])].join(".");
    return { field: field || "request", message };
  });
}

/** Names of properties whose text is for people. */
const WORDS = /^(?:message|detail|details|description|reason|error)$/i;

/**
 * The example of a documented error body with its texts replaced by what is wrong with this request: a list of texts holds a
 * sentence for each violation, texts by name hold one for each field. Whether it still fits the schema is for the caller to
 * check.
 */
export function explain(example: unknown, violations: readonly Violation[]): unknown {
  const sentences = violations.map(({ field, message }) => `${field}: ${message}`);
  const byField = Object.fromEntries(violations.map(({ field, message }) => [field, message]));
  const fill = (name: string, value: unknown): unknown => {
    if (isTexts(value)) return sentences;
    if (WORDS.test(name) && typeof value === "string") return sentences.join("; ");
    if (isObject(value) && isTexts(Object.values(value))) return byField;
    return value;
  };
  if (!isObject(example)) return example;
  return Object.fromEntries(Object.entries(example).map(([name, value]) => [name, fill(name, value)]));
}

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === "string");

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
