import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { Exchange } from "./exchange.ts";
import type { World } from "./world.ts";

const PRELOAD = fileURLToPath(new URL("redirect-fetch.ts", import.meta.url));

export interface ProgramOptions {
  readonly arguments?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** What its requests are answered with, in their order; with the mock's first example where nothing is said. */
  readonly exchanges?: readonly Exchange[];
}

/** What a program did. */
export interface ProgramRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The requests that it sent. One that no operation knows is told by verb and address. */
  readonly requests: readonly Exchange[];
}

/** A program that is still running. */
export interface Program {
  readonly process: ChildProcess;
  readonly done: Promise<ProgramRun>;
}

/** Starts a TypeScript program as it stands, with the addresses of the services leading to the mocks. */
export function startProgram({ routes }: World, file: string, options: ProgramOptions = {}): Program {
  const answers = (options.exchanges ?? []).map(({ answer }) => answer ?? null);
  const child = fork(file, options.arguments ?? [], {
    execArgv: ["--conditions=@git-tokens/source", "--import", PRELOAD],
    // Nothing of this process's environment but what a process needs, so that no credential of a developer is used.
    env: { PATH: process.env.PATH, ...options.env, README_WORLD: JSON.stringify({ routes, answers }) },
    silent: true,
    timeout: 30_000,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  const requests: Exchange[] = [];
  // Nobody else sends to this process: the messages are those of the preload.
  child.on("message", (message) => requests.push(message as unknown as Exchange));
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error("fork gave no streams");
  const done = Promise.all([once(child, "close"), text(stdout), text(stderr)]).then(
    ([, out, err]): ProgramRun => ({ code: child.exitCode, stdout: out, stderr: err, requests }),
  );
  return { process: child, done };
}

/** Runs a program to its end. */
export const runProgram = (world: World, file: string, options?: ProgramOptions): Promise<ProgramRun> =>
  startProgram(world, file, options).done;
