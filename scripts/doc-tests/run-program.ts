import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { Exchange } from "./exchange.ts";
import type { MockServices } from "./mock-services.ts";

const PRELOAD = fileURLToPath(new URL("redirect-fetch.ts", import.meta.url));

export interface ProgramOptions {
  readonly arguments?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** The responses to its requests, in order. A request without one gets the mock's first example. */
  readonly exchanges?: readonly Exchange[];
}

/** How a program ended, and what it did. */
export interface ProgramRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The requests that it sent. A request that is no operation is named by method and address. */
  readonly requests: readonly Exchange[];
}

/** A program that is still running. */
export interface Program {
  readonly process: ChildProcess;
  readonly done: Promise<ProgramRun>;
}

/** Starts a TypeScript program unchanged. Its requests to the services go to the mocks. */
export function startProgram({ routes }: MockServices, file: string, options: ProgramOptions = {}): Program {
  const responses = (options.exchanges ?? []).map(({ response }) => response ?? null);
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child = fork(file, options.arguments ?? [], {
    execArgv: ["--conditions=@git-tokens/source", "--import", PRELOAD],
    // Only what a process needs of this environment, so that no credential of a developer is used.
    env: { PATH, NODE_COMPILE_CACHE, ...options.env, DOC_TEST_SERVICES: JSON.stringify({ routes, responses }) },
    silent: true,
    timeout: 30_000,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  const requests: Exchange[] = [];
  // Only the preload sends messages to this process.
  child.on("message", (message) => requests.push(message as unknown as Exchange));
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error("fork gave no streams");
  const done = Promise.all([once(child, "close"), text(stdout), text(stderr)]).then(
    ([, out, err]): ProgramRun => ({ code: child.exitCode, stdout: out, stderr: err, requests }),
  );
  return { process: child, done };
}

/** Runs a program to its end. */
export const runProgram = (services: MockServices, file: string, options?: ProgramOptions): Promise<ProgramRun> =>
  startProgram(services, file, options).done;
