import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { run } from "@git-tokens/spec-tools/system/run";
import { benchTools } from "@git-tokens/workspace/tool-set";
import type { ClientModule } from "../services/service-clients.ts";
import { shuffled, spreadOf } from "../statistics.ts";
import { type Table, withSpread } from "../table.ts";
import { FIRST_ANSWERS } from "./first-answers.ts";

const ROUNDS = 7;

/** What a new process says of itself. */
interface First {
  /** Milliseconds until the answer was there, from before the import. */
  readonly time: number;
  /** Megabytes of resident memory more than before the import. */
  readonly memory: number;
}

/** How soon a new process has its first answer, and what memory it takes until then. @param clients Those of the services. */
export async function measureFirstAnswers(
  clients: readonly ClientModule[],
  say: (line: string) => void,
  rounds = ROUNDS,
): Promise<Table> {
  const programs = new Map([...firstAnswers(), ...clients.map(programOf)]);
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end('{"id":"1"}');
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const found = new Map([...programs.keys()].map((name) => [name, [] as First[]]));
    for (let round = 0; round < rounds; round++) {
      say(`imports: first answers, round ${round + 1} of ${rounds}`);
      for (const [name, program] of shuffled([...programs])) found.get(name)?.push(await firstOf(program, base));
    }
    return tableOf(found, rounds);
  } finally {
    server.close();
  }
}

/** What a process runs, and the folder whose packages it imports. */
interface Program {
  readonly code: string;
  readonly folder: string;
}

const firstAnswers = (): readonly (readonly [string, Program])[] =>
  Object.entries(FIRST_ANSWERS).map(([name, code]) => {
    // The core is a dependency of this package, the others are those of the tools.
    const folder = name.startsWith("@git-tokens") ? import.meta.dirname : benchTools.folder;
    return [name, { code, folder }];
  });

const programOf = ({ name, specifier, folder, call }: ClientModule): readonly [string, Program] => [
  name,
  { code: `(async () => { const client = await import(${JSON.stringify(specifier)}); return ${call}; })()`, folder },
];

async function firstOf(program: Program, base: string): Promise<First> {
  const code = `const BASE = ${JSON.stringify(base)};
    globalThis.gc();
    const before = process.memoryUsage().rss;
    const began = performance.now();
    await ${program.code};
    const time = performance.now() - began;
    globalThis.gc();
    console.log(JSON.stringify({ time, memory: (process.memoryUsage().rss - before) / 1e6 }));
    process.exit();`;
  const options = { cwd: program.folder };
  return JSON.parse(await run(process.execPath, ["--expose-gc", "--input-type=module", "-e", code], options));
}

function tableOf(found: ReadonlyMap<string, readonly First[]>, rounds: number): Table {
  const measured = [...found].map(([name, firsts]) => ({
    name,
    time: spreadOf(firsts.map(({ time }) => time)),
    memory: spreadOf(firsts.map(({ memory }) => memory)),
  }));
  return {
    title: "First answer of a new process",
    how: `Import, client and one GET over HTTP/1.1 of the loopback in a new process of Node, ${rounds} processes each, in a new order each round: the milliseconds until the answer is there, and by how many MB the resident memory grew until then, after garbage collection. The median, and in brackets the middle half.`,
    columns: ["", "ms", "MB"],
    rows: [...measured]
      .sort((a, b) => a.time.median - b.time.median)
      .map(({ name, time, memory }) => [name, withSpread(time), withSpread(memory)]),
    goals: [],
    notShown:
      "the start of Node itself; a server that is further away, with TLS; the first use of `fetch`, which all who send with it pay for.",
  };
}
