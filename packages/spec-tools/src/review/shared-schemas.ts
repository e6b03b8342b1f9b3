/**
 * The schemas that both versions name, each as a type that is nothing but its name. Where one type refers to another by
 * name, the comparison stops there: the other is compared by itself, once, and a change is found where it was made.
 */
export const SHARED = (names: readonly string[]): string =>
  `export interface Shared {\n${names.map((name) => `${JSON.stringify(name)}: { readonly schema: ${JSON.stringify(name)} };\n`).join("")}}\n`;

/** Generated code, with its references to the shared schemas in place of their content. */
export function shareSchemas(text: string, names: readonly string[]): string {
  const shared = new Set(names);
  const code = text.replaceAll(/\bcomponents\["schemas"\]\["([^"\]]+)"\]/g, (reference, name: string) =>
    shared.has(name) ? `Shared[${JSON.stringify(name)}]` : reference,
  );
  return `import type { Shared } from "../shared.ts";\n${code}`;
}
