import { readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { runtimeTools } from "@git-tokens/workspace/tool-set";
import { inTime, type Report, RunError, type Runtime, resultOf, type Task } from "./runtime.ts";

/** The part of miniflare that is used here. Its own types exist only after it is installed. */
interface Miniflare {
  dispatchFetch(url: string, init: object): Promise<Response>;
  dispose(): Promise<void>;
}

/** The compatibility date of the worker. */
const COMPATIBILITY_DATE = "2026-06-01";

/** Passes the task of the request to the program, as host.ts does in the other runtimes. */
const WORKER = `
import program from "./program.mjs";
const left = [];
addEventListener("unhandledrejection", (event) => left.push(event.reason));
const inWords = (reason) => (reason instanceof Error ? reason.message + "\\n" + reason.stack : String(reason));
const run = async ({ input, servers = {} }) => {
  const value = await program(input, servers);
  await new Promise((resolve) => setTimeout(resolve, 20));
  if (left.length > 0) throw left[0];
  return { value };
};
export default {
  fetch: async (request) =>
    Response.json(await run(await request.json()).catch((reason) => ({ thrown: inWords(reason) }))),
};
`;

/** Cloudflare's runtime, in its own process. */
export const workerd: Runtime = {
  name: "workerd",
  takes: "bundle",
  run: async (task) => {
    let words = "";
    try {
      const worker = start(await readFile(task.file, "utf8"), (text) => {
        words += text;
      });
      try {
        return resultOf("workerd", await inTime("workerd", task, reportOf(worker, task), () => words));
      } finally {
        await worker.dispose();
      }
    } catch (error) {
      if (error instanceof RunError || !(error instanceof Error)) throw error;
      // If the runtime rejects the program, the error of miniflare says why.
      throw new RunError("workerd", "could not run the program", `${error.message}\n${words}`);
    }
  },
};

function start(program: string, onWords: (text: string) => void): Miniflare {
  const { Miniflare }: { Miniflare: new (options: object) => Miniflare } = runtimeTools.require("miniflare");
  const listened = SIGNALS.map((name) => new Set(process.listeners(name)));
  const worker = new Miniflare({
    modules: [
      { type: "ESModule", path: "worker.mjs", contents: WORKER },
      { type: "ESModule", path: "program.mjs", contents: program },
    ],
    compatibilityDate: COMPATIBILITY_DATE,
    handleRuntimeStdio: (...streams: readonly Readable[]) => {
      for (const stream of streams) stream.on("data", (bytes) => onWords(String(bytes)));
    },
  });
  // It would exit this process after a signal, before others have cleaned up.
  for (const [index, name] of SIGNALS.entries()) {
    for (const listener of process.listeners(name)) if (!listened[index]?.has(listener)) process.off(name, listener);
  }
  return worker;
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

async function reportOf(worker: Miniflare, { input, servers }: Task): Promise<Report> {
  const body = JSON.stringify({ input, servers });
  const response = await worker.dispatchFetch("http://worker.invalid/", { method: "POST", body });
  if (!response.ok) return { thrown: await response.text() };
  // The other end is WORKER.
  return (await response.json()) as Report;
}
