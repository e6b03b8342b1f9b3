import type { Wire } from "../server/wire.ts";

/** A program and its input. */
export interface Task {
  /**
   * The file of an ESM module with a default export `(input, servers) => Promise<JSON value>`. Where the runtime takes a
   * bundle, the file imports nothing.
   */
  readonly file: string;
  /** A JSON value. */
  readonly input?: unknown;
  /** Servers on this machine, by a name of your choice. The program gets the URL of each. */
  readonly servers?: Servers;
  /** Milliseconds after which the run is ended; one minute by default. */
  readonly timeLimit?: number;
}

/** URLs of servers without a slash at their end, by name. */
export type Servers = Readonly<Record<string, string>>;

/** The default export of a program. */
export type Program<Input> = (input: Input, servers: Servers) => Promise<unknown>;

/** A JavaScript runtime. */
export interface Runtime {
  readonly name: string;
  /** `file` imports the file from its folder, with the packages installed there; `bundle` needs one file. */
  readonly takes: "file" | "bundle";
  /** The file of the package undici that its users take for HTTP/2, where its own `fetch` does not speak that well. */
  readonly undici?: string;
  /** The file of the package undici over which `undiciFetch` of the core sends, in place of the runtime's own `fetch`. */
  readonly transport?: string;
  /**
   * Runs a program to its end and returns its result.
   *
   * @throws {RunError} if the program rejects, leaves a rejection behind, crashes, or does not end in time.
   */
  run(task: Task): Promise<unknown>;
}

/** A run without a result. The message names the runtime and repeats its last words. */
export class RunError extends Error {
  override readonly name = "RunError";

  constructor(runtime: string, what: string, lastWords = "") {
    const words = lastWords.trim().split("\n").slice(-LAST_LINES).join("\n");
    super(`${runtime}: ${what}${words && `\n${words}`}`);
  }
}

const LAST_LINES = 12;

/** What the program's side of a run reports. */
export interface Report {
  readonly value?: unknown;
  /** What was thrown, in words. */
  readonly thrown?: string;
}

/** The value of a report. @throws {RunError} */
export function resultOf(runtime: string, { value, thrown }: Report): unknown {
  if (thrown !== undefined) throw new RunError(runtime, "the program failed", thrown);
  return value;
}

/** Gives up on work after so many milliseconds. @throws {RunError} */
export async function inTime<Result>(
  runtime: string,
  { timeLimit = 60_000 }: Task,
  work: Promise<Result>,
  lastWords: () => string,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new RunError(runtime, `the program did not end within ${timeLimit} ms`, lastWords())),
      timeLimit,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Whether a program can send on a wire: elsewhere than on Node it can choose neither the protocol nor a proxy. */
export const takesWire = ({ name }: Runtime, wire: Wire): boolean => wire === "h1" || name.startsWith("Node");
