import type { Named } from "../operation.ts";
import type { TypeScriptGenerator } from "./generator.ts";

/** The module `same.ts`: compares two types, with `any` at any depth as a type of its own. */
export const SAME = `type IsAny<T> = 0 extends 1 & T ? true : false;
type Deep<T> = IsAny<T> extends true ? "any" : T extends readonly (infer Item)[] ? readonly Deep<Item>[] : T extends object ? { [Key in keyof T]: Deep<T[Key]> } : T;
export type Same<Name extends string, Theirs, Ours> = [Deep<Theirs>] extends [Deep<Ours>]
  ? [Deep<Ours>] extends [Deep<Theirs>] ? true : \`\${Name}: the generated type refuses what ours allows\`
  : [Deep<Ours>] extends [Deep<Theirs>] ? \`\${Name}: the generated type allows what ours refuses\` : \`\${Name}: the types differ\`;
`;

/** A program that compiles if, and only if, each generated type and ours can be assigned to each other. */
export function typeProgram(generator: TypeScriptGenerator, operations: readonly Named[], ours: string): string {
  const line = (what: string, theirs: string, own: string): string =>
    `export const ${what}: Same<"${what}", ${theirs}, ${own}> = true;`;
  return [
    'import type { Same } from "../../same.ts";',
    `import type { operations as Ours } from "${ours}";`,
    generator.types(operations),
    ...operations
      .filter(({ hasRequest }) => hasRequest)
      .map((one) =>
        line(
          `request_of_${one.id}`,
          generator.request(one),
          `NonNullable<Ours["${one.id}"]["requestBody"]>["content"]["application/json"]`,
        ),
      ),
    ...operations
      .filter(({ hasResponse }) => hasResponse)
      .map((one) =>
        line(
          `response_of_${one.id}`,
          generator.response(one),
          `Ours["${one.id}"]["responses"][${one.status}]["content"]["application/json"]`,
        ),
      ),
    "",
  ].join("\n");
}
