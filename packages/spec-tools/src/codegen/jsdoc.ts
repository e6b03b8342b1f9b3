/**
 * Sections as one JSDoc comment, each after an empty line; undefined and empty ones are left out. A single line stays
 * one. Nothing in a text ends the comment, and what no editor shows is left out.
 */
export function jsdoc(sections: readonly (string | undefined)[], indent = ""): string {
  const text = sections
    .flatMap((section) => visible(section ?? "").trim() || [])
    .join("\n\n")
    .replaceAll("*/", "*\\/");
  if (!text.includes("\n")) return `${indent}/** ${text} */\n`;
  const lines = text.split("\n").map((line) => `${indent} * ${line}`.trimEnd());
  return `${indent}/**\n${lines.join("\n")}\n${indent} */\n`;
}

/** Text with line feeds for all line ends, and without control characters. */
const visible = (text: string): string =>
  text.replaceAll(/\r\n?|[\u2028\u2029]/g, "\n").replaceAll(/(?![\n\t])\p{Cc}/gu, "");
