import { basename } from "node:path";

/** The first line of every generated file: its source, and the command that writes it. */
export const header = ({ file }: { readonly file: string }): string =>
  `// Generated from ${basename(file).replaceAll(/[\p{Cc}\u2028\u2029]/gu, " ")} by \`spec-tools codegen\`. Do not edit: change the spec.\n`;
