import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { shuffled } from "../statistics.ts";
import type { Kind } from "./sent.ts";
import type { Serving } from "./server.ts";
import type { Task, Took } from "./worker.ts";

/** What is measured in one go: calls of a kind, so many at a time, by some ways in turns. */
export interface Series {
  readonly ways: readonly string[];
  readonly kind: Kind;
  readonly atOnce: number;
  readonly calls: number;
  /** Processes are started anew, because each has its own luck with memory and compilation. */
  readonly starts: number;
  readonly rounds: number;
  /** The rounds before, which do not count, and their calls: code gets faster the longer it runs. */
  readonly warmUp: number;
  readonly warmUpCalls: number;
  /** Counts bytes: with so much memory for young objects that none is collected. */
  readonly counts?: true;
}

/** What every task of every way took, in the order of the rounds. */
export type Times = Readonly<Record<string, readonly Took[]>>;

const COUNTING = ["--expose-gc", "--min-semi-space-size=128", "--max-semi-space-size=128"];

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** What a process says first, or next. @throws if it ends instead. */
async function answer(child: ChildProcess): Promise<unknown> {
  const over = new AbortController();
  const ended = once(child, "exit", over).then(([code]) => {
    throw new Error(`a process of the benchmark ended with ${code}`);
  });
  try {
    const [message]: unknown[] = await Promise.race([once(child, "message", over), ended]);
    return message;
  } finally {
    over.abort();
  }
}

/**
 * A server in a process of its own, and what makes calls to it in others.
 *
 * @param folder Has the generated clients, and gets the certificate.
 */
export async function startServer(folder: string) {
  const server = fork(file("server.ts"));
  // What a server of this folder sends.
  const serving = (await answer(server)) as Serving;
  await writeFile(certificateIn(folder), serving.certificate);
  return {
    serving,
    run: (baseUrl: string, series: Series) => runRounds(baseUrl, series, folder),
    close: () => server.disconnect(),
  };
}

const certificateIn = (folder: string): string => join(folder, "certificate.pem");

async function runRounds(baseUrl: string, series: Series, folder: string): Promise<Times> {
  const { ways, kind, atOnce, starts, rounds, warmUp } = series;
  const times: Record<string, Took[]> = Object.fromEntries(ways.map((way) => [way, []]));
  for (let start = 0; start < starts; start++) {
    const worker = fork(file("worker.ts"), [baseUrl, folder], {
      execArgv: [...process.execArgv, ...(series.counts ? COUNTING : [])],
      env: { ...process.env, NODE_EXTRA_CA_CERTS: certificateIn(folder) },
    });
    try {
      for (let round = -warmUp; round < rounds; round++) {
        const calls = round < 0 ? series.warmUpCalls : series.calls;
        for (const way of shuffled(ways)) {
          worker.send({ way, kind, atOnce, calls } satisfies Task);
          // What a worker of this folder sends.
          const took = (await answer(worker)) as Took;
          if (round >= 0) times[way]?.push(took);
        }
      }
    } finally {
      if (worker.connected) worker.disconnect();
    }
  }
  return times;
}
