import type { Named } from "../operation.ts";

/**
 * A generator of TypeScript, as data: the command, and how its output names the types and the calls of an operation. It works
 * in a folder of its own, where the published file is `openapi.json`, and writes to `out` or to `out.ts`.
 *
 * In the expressions, `url` is the address of the service and `headers` holds the credential. What `call` takes is the
 * code of its values: of each path parameter, and of the body, empty where there is none.
 */
export interface TypeScriptGenerator {
  readonly name: string;
  /** The npm package whose version is shown. */
  readonly package: string;
  /** Whether `pnpm test` tries it too: its packages are in a tool set of their own. */
  readonly quick?: true;
  /** The files that it reads besides the published one, by name; a generator may write the address of the service into its code. */
  files?(url: string): Readonly<Record<string, string>>;
  /** A command of the tool set, or a JavaScript file of it, with arguments. */
  readonly command: readonly string[];
  /** The file that takes what the command prints, where it writes none. */
  readonly printed?: string;
  /** Imports of the types. */
  readonly types: (operations: readonly Named[]) => string;
  request(operation: Named): string;
  response(operation: Named): string;
  readonly run: Run;
}

export interface Run {
  /** Imports of the calls, and what has to be set up once. */
  readonly imports: string;
  call(operation: Named, given: GivenCode): string;
  /** The code of `{ status, body }` of `value`; a status that cannot be read is left out. */
  readonly value: string;
  /** The same of `error`; empty where a documented error is a value. */
  readonly error: string;
}

export interface GivenCode {
  /** In the order of the path. */
  readonly path: readonly (readonly [name: string, code: string])[];
  readonly body: string;
}

/** The values of a call as arguments: path parameters, then the body if there is one, then the rest. */
export const positional = ({ path, body }: GivenCode, ...rest: readonly string[]): string =>
  [...path.map(([, code]) => code), ...(body === "" ? [] : [body]), ...rest].join(", ");

/** The path parameters as the properties of an object. */
export const fields = ({ path }: GivenCode): string => path.map((pair) => pair.join(": ")).join(", ");

/** The type of the argument of a function that comes after the path parameters. */
export const argumentAfterPath = ({ names }: Named, fn: string): string => `Parameters<typeof ${fn}>[${names.length}]`;

export const resultOf = (fn: string): string => `Awaited<ReturnType<typeof ${fn}>>`;
