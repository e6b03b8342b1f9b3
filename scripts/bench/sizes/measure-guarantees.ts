import { dirname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT } from "@git-tokens/workspace/paths";
import type { Plugin } from "esbuild";
import type { Table } from "../table.ts";
import { bundleProgram } from "./bundle-program.ts";
import { GUARANTEES, type Guarantee } from "./guarantees.ts";

/** The sources of the core. */
export const CORE: string = join(ROOT, "packages/core/src");

/** A program with one call, as it would be written by hand. */
const PROGRAM = `
  import { createClient, defineOperation } from "./index.ts";
  const provider = { name: "notes", auth: { key: { header: "authorization", prefix: "" } }, secrets: ["token"] };
  const edit = defineOperation({ name: "edit", method: "PUT", path: "/notes/{id}", effect: "replace", body: "required" });
  console.log(createClient, provider, edit);
`;

/** What no guarantee loses alone. */
const REST = "the rest: to build, send and read one request, and what guarantees share";

/** What each promise adds to a program with one call. */
export async function measureGuarantees(): Promise<Table> {
  const whole = await sizeWithout({});
  const costs = await Promise.all(
    GUARANTEES.map(async ({ name, without }) => ({ name, cost: whole - (await sizeWithout(without)) })),
  );
  const sorted = costs.sort((a, b) => b.cost - a.cost);
  const rest = costs.reduce((left, { cost }) => left - cost, whole);
  return {
    title: "What each guarantee costs",
    how: `Bytes that a program with one call, ${whole} bytes with gzip, loses at least if the simplest code takes the place of the guarantee: the calls of it stay. From the sources, bundled as above.`,
    columns: ["", "gzip"],
    rows: [...sorted, { name: REST, cost: rest }].map(({ name, cost }) => [name, String(cost)]),
    goals: [],
    notShown: "which guarantees share the rest, as the names of errors and fields, and the words of messages.",
  };
}

/** The size of the program in bytes, with other code for some files of the core. */
export async function sizeWithout(without: Guarantee["without"]): Promise<number> {
  const code = await bundleProgram(PROGRAM, CORE, { plugins: [replacing(without)] });
  return gzipSync(code, { level: 9 }).length;
}

const replacing = (without: Guarantee["without"]): Plugin => ({
  name: "replacing",
  setup: (build) => {
    build.onResolve({ filter: /^#runtime$/ }, () => ({ path: join(CORE, "runtime/browser.ts") }));
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = without[relative(CORE, path)];
      return contents === undefined ? undefined : { contents, resolveDir: dirname(path), loader: "ts" };
    });
  },
});
