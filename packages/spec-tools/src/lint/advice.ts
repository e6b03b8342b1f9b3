/** What to do about a problem of one of Redocly's own rules, whose messages say only what is wrong. */
const ADVICE: Readonly<Record<string, string>> = {
  "info-license": "add info.license with name and url",
  "no-ambiguous-paths": "change one of the two paths so that no URL fits both",
  "no-duplicated-enum-values": "remove the second one",
  "no-empty-servers": "add the service's address, or turn the rule off for this spec in specs/review/redocly.yaml",
  "no-enum-type-mismatch": "change the value, or its type",
  "no-identical-paths": "merge the two paths",
  "no-invalid-media-type-examples": "correct the example, or the schema if the service does send this",
  "no-invalid-parameter-examples": "correct the example, or the schema if the service does take this",
  "no-path-trailing-slash": "remove the slash at the end",
  "no-required-schema-properties-undefined": 'describe it under "properties", or take it out of "required"',
  "no-server-example.com": "name the real server, or leave servers out",
  "no-server-trailing-slash": "remove the slash at the end",
  "no-unresolved-refs": "correct the name, or add what it points at under components",
  "no-unused-components": "remove it, or refer to it",
  "operation-description": "say what it does and what a caller must know before the call",
  "operation-operationId": "name it in camelCase: it becomes a function",
  "operation-operationId-unique": "rename one of the two",
  "operation-parameters-unique": "remove the second one",
  "operation-tag-defined": "use a tag of the list, or add it there",
  "parameter-description": "say in a sentence what it is",
  "path-not-include-query": "make it a parameter with `in: query`",
  "path-parameters-defined": "give the parameter and the path the same name",
  "security-defined": "add `security` at the top of the spec",
  struct: "see the OpenAPI 3.1 specification for what is allowed here",
  "tag-description": "say in a sentence what the tag gathers",
};

/** The advice for a rule; undefined for our own, whose messages hold it. */
export const adviceFor = (rule: string): string | undefined => ADVICE[rule];
