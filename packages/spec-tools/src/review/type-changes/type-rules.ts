import type { Severity } from "../finding.ts";

/** What a kind of change of the types is called, how much it weighs at most, and what it means for who compiles. */
export const TYPE_RULES = {
  "written-type-narrowed": { level: "breaking", says: "What callers write no longer fits the type." },
  "read-type-widened": {
    level: "breaking",
    says: "What callers read may be something that their code does not expect.",
  },
  "name-removed": { level: "breaking", says: "A field, a value or a key that code names is gone." },
  "name-changed": { level: "breaking", says: "A field is called something else now." },
  "type-replaced": { level: "breaking", says: "One named type came in place of another." },
  "type-changed": { level: "feature", says: "The type is another one; code of before still compiles." },
  "name-added": { level: "feature", says: "A field or a key is new." },
  "schema-removed": { level: "breaking", says: "The package no longer exports a type." },
  "schema-renamed": { level: "breaking", says: "A type is exported by another name." },
  "schema-added": { level: "feature", says: "The package exports a new type." },
  "operation-removed": { level: "breaking", says: "The package no longer exports a function." },
  "operation-renamed": { level: "breaking", says: "A function is exported by another name." },
  "operation-added": { level: "feature", says: "The package exports a new function." },
} as const satisfies Readonly<Record<string, { readonly level: Severity; readonly says: string }>>;

export type TypeRuleName = keyof typeof TYPE_RULES;
