import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { run } from "@git-tokens/spec-tools/system/run";
import type { ToolSet } from "@git-tokens/workspace/tool-set";
import { build } from "esbuild";
import type { Service, ServiceCalls, ServiceOptions } from "./service-bench.ts";

/** Where the client that hey-api generates for a service is, below the folder of a run. */
const sourcesIn = (folder: string, { name }: Pick<Service, "name">): string => join(folder, `hey-api-${name}`);

/** The generated client as one file that Node imports. */
export const generatedFile = (folder: string, service: Pick<Service, "name">): string =>
  join(sourcesIn(folder, service), "all.mjs");

/** Generates a client of a service with hey-api, once for a run. */
export async function generateClient(service: Service, folder: string, tools: ToolSet): Promise<void> {
  const out = sourcesIn(folder, service);
  await run(tools.command("openapi-ts"), ["-i", service.spec, "-o", out, "-c", "@hey-api/client-fetch"], {
    cwd: tools.folder,
  });
  const entry = join(out, "all.ts");
  await writeFile(entry, 'export * from "./index.ts";\nexport { client } from "./client.gen.ts";\n');
  await build({
    entryPoints: [entry],
    outfile: generatedFile(folder, service),
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "silent",
  });
}

/** What a generated function takes and gives. */
type Send = (options: object) => Promise<{ readonly data: unknown }>;
interface Generated {
  readonly client: { readonly setConfig: (config: object) => void };
  readonly [operation: string]: unknown;
}

const isSend = (value: unknown): value is Send => typeof value === "function";

/** The calls of the client that {@link generateClient} has made. */
export async function generatedCalls(
  { bench: { operations, path }, ...service }: Service,
  folder: string,
  { baseUrl, authorization }: ServiceOptions,
): Promise<ServiceCalls> {
  const generated: Generated = await import(pathToFileURL(generatedFile(folder, service)).href);
  generated.client.setConfig({ baseUrl, headers: { authorization } });
  const send = (call: keyof ServiceCalls): ((options: object) => Promise<unknown>) => {
    const operation = generated[operations[call]];
    if (!isSend(operation)) throw new Error(`hey-api makes no ${operations[call]} for ${service.name}`);
    return async (options) => (await operation({ ...options, throwOnError: true })).data;
  };
  const [get, put, list, create] = [send("get"), send("put"), send("list"), send("create")];
  return {
    get: (id) => get({ path: path(id) }),
    put: (id, body) => put({ path: path(id), body }),
    list: () => list({ path: path("") }),
    create: (body) => create({ path: path(""), body }),
  };
}
