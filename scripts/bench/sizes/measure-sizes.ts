import { brotliCompressSync, gzipSync } from "node:zlib";
import type { ClientModule } from "../services/service-clients.ts";
import { atMost, type Goal, type Table } from "../table.ts";
import { bundleProgram } from "./bundle-program.ts";
import { type Program, programs } from "./programs.ts";

/** A bundle's size in bytes. */
interface Size {
  readonly program: Program;
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** How large a program is that makes one call. @param clients Those of the services. */
export async function measureSizes(clients: readonly ClientModule[]): Promise<Table> {
  const sizes = await Promise.all((await programs(clients)).map(sizeOf));
  const sorted = [...sizes].sort((a, b) => a.gzip - b.gzip);
  return {
    title: "Size of a program with one call",
    how: "Bundled by esbuild for browsers, minified, as one ES module; kB of 1,000 bytes.",
    columns: ["", "minified", "gzip", "brotli"],
    rows: sorted.map(({ program, minified, gzip, brotli }) => [
      program.name,
      ...[minified, gzip, brotli].map(kilobytes),
    ]),
    goals: goalsOf(sizes),
    tried:
      "each part was measured alone, as the next table shows, and written shorter; a client ships no kind of body, security or query that its operations do not need. What is left is the guarantees: ofetch repeats as well, but it neither redacts nor checks, and does not know what a failure proves.",
    chart: {
      title: "A program with one call, minified, gzip",
      unit: "kB",
      bars: sorted.map(({ program, gzip }) => ({ name: program.name, value: gzip / 1000 })),
    },
    notShown:
      "what each does: openapi-fetch, axios and what hey-api generates have no retries, and cloudflare, openai and a service's own client have hundreds of operations. Bare fetch has no size; got and undici are for Node alone.",
  };
}

async function sizeOf(program: Program): Promise<Size> {
  const code = await bundleProgram(program.code, program.folder);
  return {
    program,
    minified: code.length,
    gzip: gzipSync(code, { level: 9 }).length,
    brotli: brotliCompressSync(code).length,
  };
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

function goalsOf(sizes: readonly Size[]): readonly Goal[] {
  const largest = (ours: Program["ours"]): number =>
    Math.max(...sizes.filter(({ program }) => program.ours === ours).map(({ gzip }) => gzip)) / 1000;
  const operation = largest("operation");
  const smaller = sizes.filter(({ program, gzip }) => !program.ours && program.retries && gzip / 1000 < operation);
  return [
    atMost("one operation, gzip,", operation, 5, " kB"),
    atMost("a whole client, gzip,", largest("client"), 6, " kB"),
    {
      text: "no peer with retries and timeouts is smaller",
      seen: smaller.map(({ program, gzip }) => `${program.name} ${kilobytes(gzip)} kB`).join(", ") || "none is",
      met: smaller.length === 0,
    },
  ];
}
