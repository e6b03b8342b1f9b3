import { symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { run, runToEnd, wordsOf } from "@git-tokens/spec-tools/system/run";
import { downstreamTools } from "@git-tokens/workspace/tool-set";
import { build } from "esbuild";
import type { Service } from "../service.ts";
import { idsOf, load, type Reader, unlike } from "./reader.ts";

/** Otherwise msw-auto-mock answers with each documented status in turn, for the page that it is on. */
const OPTIONS = ["--base-url", "http://localhost", "--codes", "200,201,204"];

/** What calls a service by its description, or plays it. */
export const servers: readonly Reader[] = [
  {
    name: "dredd",
    package: "dredd",
    forms: ["3.0.3"],
    right: "each documented success of the mock is as described; errors need hooks, which nobody wrote",
    read: async ({ subject, service, folder }) => {
      const [first] = service.calls;
      const header = `${first?.credential.header}: ${first?.credential.value}`;
      const args = [subject.file, service.url, "--header", header, "--loglevel=warning", "--no-color"];
      const ending = await runToEnd(downstreamTools.command("dredd"), args, { cwd: folder, timeout: 120_000 });
      service.forget();
      const lines = wordsOf(ending).split("\n");
      const summary = lines.find((line) => line.startsWith("complete:"));
      if (summary === undefined) throw new Error(lines.find((line) => line.startsWith("error:")) ?? wordsOf(ending));
      const passed = lines.filter((line) => /^pass: .*\((2\d\d)\)/.test(line)).length;
      return passed === subject.api.operations.length
        ? []
        : [`${passed} of ${subject.api.operations.length} operations pass`];
    },
  },
  {
    name: "msw source",
    package: "@mswjs/source",
    forms: ["3.1", "3.0.3"],
    right: "its handlers answer each operation with a success",
    read: async ({ service, text }) => {
      const { fromOpenApi } = load<{ fromOpenApi(document: object): Promise<readonly Handler[]> }>(
        "@mswjs/source/open-api",
      );
      const { getResponse } = load<Msw>("msw");
      const document: { readonly servers: readonly { readonly url: string }[] } = JSON.parse(text);
      const handlers = await fromOpenApi(document);
      const base = document.servers[0]?.url ?? "";
      return answers(handlers, getResponse, service, base);
    },
  },
  {
    name: "msw-auto-mock",
    package: "msw-auto-mock",
    forms: ["3.1", "3.0.3"],
    right: "its handlers answer each operation with a success",
    read: async ({ subject, service, folder }) => {
      await symlink(downstreamTools.file(""), join(folder, "node_modules"));
      await run(downstreamTools.command("msw-auto-mock"), [subject.file, "-o", "out", ...OPTIONS], { cwd: folder });
      const outfile = join(folder, "handlers.cjs");
      const contents = 'export { handlers } from "./out/handlers.js"; export { getResponse } from "msw";';
      const options = { bundle: true, platform: "node", format: "cjs", logLevel: "silent" } as const;
      await build({ ...options, stdin: { contents, resolveDir: folder }, outfile });
      const { handlers, getResponse }: Msw & { readonly handlers: readonly Handler[] } =
        createRequire(outfile)(outfile);
      return answers(handlers, getResponse, service, "http://localhost");
    },
  },
  {
    name: "openapi-mcp-generator",
    package: "openapi-mcp-generator",
    forms: ["3.1", "3.0.3"],
    right: "there is a tool for each operation, with its path parameters and its body",
    read: async ({ subject }) => {
      const { getToolsFromOpenApi } = load<{
        getToolsFromOpenApi(file: string, options: object): Promise<readonly McpTool[]>;
      }>("openapi-mcp-generator");
      const tools = await getToolsFromOpenApi(subject.file, { dereference: true });
      const found = tools.map(({ name, inputSchema }) => `${name}(${Object.keys(inputSchema.properties).join(", ")})`);
      const expected = subject.api.operations.map(({ id, parameters, requestBody }) => {
        const fields = [...parameters.map(({ name }) => name), ...(requestBody ? ["requestBody"] : [])];
        return `${id}(${fields.join(", ")})`;
      });
      return [
        ...unlike("tool", found, expected),
        ...unlike(
          "tool",
          tools.map(({ name }) => name),
          idsOf(subject),
        ),
      ];
    },
  },
];

type Handler = object;

interface Msw {
  getResponse(handlers: readonly Handler[], request: Request): Promise<Response | undefined>;
}

/** The calls that handlers do not answer with a success. */
async function answers(
  handlers: readonly Handler[],
  getResponse: Msw["getResponse"],
  { calls }: Service,
  base: string,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { name, operation, path, body } of calls.filter(({ name }) => !/ refused$/.test(name))) {
    const target = path.reduce((url, [parameter, value]) => url.replace(`{${parameter}}`, value), operation.path);
    const init = { method: operation.verb, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await getResponse(handlers, new Request(base + target, init));
    if (!response?.ok) wrong.push(`${name} gets ${response?.status ?? "no answer"}`);
  }
  return wrong;
}

interface McpTool {
  readonly name: string;
  readonly inputSchema: { readonly properties: object };
}
