import { basename } from "node:path";
import type { Spec } from "../description/read-spec.ts";

/** The first line of every generated file: its source, and the command that writes it. */
export const header = ({ file }: Spec): string =>
  `// Generated from ${basename(file)} by \`pnpm codegen\`. Do not edit: change the spec.\n`;
