import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Client, type ClientOptions, createClient, isApiError, type Provider } from "@git-tokens/core";
import { authOf, formsOf, waysOf } from "@git-tokens/spec-tools/codegen/ways";
import type { ApiDescription, ApiOperation } from "@git-tokens/spec-tools/description/api-description";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { startMock } from "@git-tokens/spec-tools/mock/start-mock";
import { completeDocument } from "@git-tokens/spec-tools/project/complete-document";
import { createSampler } from "@git-tokens/spec-tools/project/sample-value";
import { type Calls, MOST_CALLS } from "./calls.ts";

// Run with a description and its generated operations; prints what came of the calls as JSON.
const [, , description = "", operationsFile = ""] = process.argv;
const CREDENTIAL = "corpus-credential";
const OPTIONS = { retry: false, timeout: 20_000 } as const;

type Operation = (client: Client, input: object, options: object) => Promise<unknown>;

const api = await describeFile(description);
console.log(JSON.stringify({ calls: await callAll(api) }));

async function callAll(api: ApiDescription): Promise<Calls | undefined> {
  const whole = { ...api, document: completeDocument(api).document };
  const mock = await startMock(whole, { credentials: formsOf(CREDENTIAL) }).catch(() => undefined); // Prism refuses the description.
  if (mock === undefined) return undefined;
  try {
    const client = await connect(api, mock.url);
    const operations: Readonly<Record<string, Operation>> = await import(pathToFileURL(operationsFile).href);
    const sample = createSampler(api);
    const gets = api.operations.filter(({ method, refusals }) => method === "get" && refusals.length === 0);
    const failures = new Map<string, { count: number; example: string }>();
    const step = Math.max(1, gets.length / MOST_CALLS);
    const called = gets.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
    for (const operation of called) {
      const call = async (): Promise<unknown> =>
        operations[operation.id]?.(client, inputOf(operation, sample), OPTIONS);
      const reason = await call().then(() => undefined, reasonOf);
      if (reason === undefined) continue;
      const known = failures.get(reason) ?? { count: 0, example: operation.id };
      failures.set(reason, { ...known, count: known.count + 1 });
    }
    const ranked = [...failures].map(([reason, rest]) => ({ reason, ...rest })).sort((a, b) => b.count - a.count);
    const failed = ranked.reduce((sum, { count }) => sum + count, 0);
    return { made: called.length, gets: gets.length, answered: called.length - failed, failures: ranked };
  } finally {
    await mock.close();
  }
}

async function connect(api: ApiDescription, baseUrl: string): Promise<Client> {
  const { provider }: { provider: Provider } = await import(
    pathToFileURL(join(dirname(operationsFile), "provider.gen.ts")).href
  );
  const [way] = waysOf(api);
  const options: ClientOptions = { baseUrl, auth: way === undefined ? {} : authOf(way, CREDENTIAL) };
  return createClient(provider, options);
}

/** The required parameters, by their examples, or by what their schemas allow. */
function inputOf(operation: ApiOperation, sample: ReturnType<typeof createSampler>): object {
  const fields = operation.input.parameters.flatMap(({ field }, index) => {
    const parameter = operation.parameters[index];
    if (!parameter?.required) return [];
    const [example] = parameter.examples;
    return [[field, example === undefined ? sample(operation, parameter.schema, "request") : example.value] as const];
  });
  return Object.fromEntries(fields);
}

/** Why a call failed, in the words that all calls of its kind have in common. */
function reasonOf(error: unknown): string {
  if (isApiError(error)) {
    const { title, detail } = Object(error.body);
    const about = [title, detail].filter((text) => typeof text === "string").join(": ");
    return `${error.status} ${about.replaceAll(/"[^"]*"|\d+/g, "…").slice(0, 120)}`.trim();
  }
  const { name, message } = error instanceof Error ? error : { name: typeof error, message: String(error) };
  return `${name} ${message
    .replace(/^\w+: /, "")
    .replaceAll(/"[^"]*"|\d+/g, "…")
    .slice(0, 120)}`;
}
