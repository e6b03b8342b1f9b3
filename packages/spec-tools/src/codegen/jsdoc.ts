/**
 * Sections as one JSDoc comment, each after an empty line; undefined and empty ones are left out. A single line stays
 * one.
 */
export function jsdoc(sections: readonly (string | undefined)[], indent = ""): string {
  const text = sections
    .flatMap((section) => section?.trim() || [])
    .join("\n\n")
    .replaceAll("*/", "*\\/");
  if (!text.includes("\n")) return `${indent}/** ${text} */\n`;
  const lines = text.split("\n").map((line) => `${indent} * ${line}`.trimEnd());
  return `${indent}/**\n${lines.join("\n")}\n${indent} */\n`;
}
