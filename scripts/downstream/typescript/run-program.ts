import type { Call } from "../call.ts";
import { named } from "../operation.ts";
import type { TypeScriptGenerator } from "./generator.ts";

/**
 * A program that makes the calls with generated code, and prints what the caller sees of each as a line of JSON. Values are
 * written into the code, so that the compiler checks that the examples have the generated types.
 */
export function runProgram({ run }: TypeScriptGenerator, calls: readonly Call[]): string {
  const steps = calls.map(({ name, operation, path, body, credential }) => {
    const given = {
      path: path.map(([parameter, value]) => [parameter, JSON.stringify(value)] as const),
      body: body === undefined ? "" : JSON.stringify(body),
    };
    const headers = JSON.stringify({ [credential.header]: credential.value });
    return `await see(${JSON.stringify(name)}, ${headers}, (headers) => ${run.call(named(operation), given)});`;
  });
  return `${run.imports}
declare const process: { readonly env: { readonly SERVICE_URL: string } };
const url = process.env.SERVICE_URL;
async function see(name: string, headers: Record<string, string>, call: (headers: Record<string, string>) => PromiseLike<unknown>): Promise<void> {
  const seen = await call(headers).then(
    (value: any) => (${run.value}),
    (error: any) => {
      try {
        ${run.error === "" ? "throw error;" : `return ${run.error};`}
      } catch {
        throw error;
      }
    },
  ).then((given: object) => given, (error: any) => ({ failed: String(error?.message ?? error) }));
  console.log(JSON.stringify({ name, ...seen }));
}
async function main(): Promise<void> {
  ${steps.join("\n  ")}
}
void main();
`;
}
