import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isApiError } from "@git-tokens/core";
import { pascalCase } from "@git-tokens/spec-tools/codegen/names";
import { authOf, placesOf, waysOf } from "@git-tokens/spec-tools/codegen/ways";
import type { ApiDescription, ApiOperation } from "@git-tokens/spec-tools/description/api-description";
import { callInput } from "@git-tokens/spec-tools/description/call-input";
import { isSuccess } from "@git-tokens/spec-tools/description/example-input";
import { UserError } from "@git-tokens/spec-tools/system/user-error";
import { type Demo, type DemoStep, refused } from "./demo.ts";

/** How many operations are shown; a large API has hundreds. */
const SHOWN = 12;

type Call = (input: object) => Promise<unknown>;

/** The demo of a provider that has none of its own: each operation with its examples, and one with a wrong credential. */
export async function derivedDemo(name: string, packageFolder: string, api: ApiDescription): Promise<Demo> {
  const create = await creatorOf(name, packageFolder);
  const [way] = waysOf(api);
  const operations = api.operations.slice(0, SHOWN);
  const guarded = operations.find((operation) => way !== undefined && placesOf(operation, way).length > 0);
  return {
    title: api.info.title,
    steps({ baseUrl, credential }) {
      const connect = (given: string): object => create({ baseUrl, auth: way ? authOf(way, given) : {} });
      const client = connect(credential);
      const stranger = connect("another-credential");
      const calls = operations.map(
        (operation): DemoStep => ({
          operation: operation.id,
          about: operation.effect,
          run: async () => shown(await callOf(client, operation)(callInput(api, operation)), operation),
        }),
      );
      return guarded === undefined ? calls : [...calls, refusal(stranger, api, guarded)];
    },
  };
}

const refusal = (client: object, api: ApiDescription, operation: ApiOperation): DemoStep => ({
  operation: operation.id,
  about: "with another credential",
  async run() {
    const error = await refused(callOf(client, operation)(callInput(api, operation)));
    if (!isApiError(error) || error.status !== 401) throw error;
    return `${error.name} ${error.status}, ${error.outcome}`;
  },
});

/** The function of a package that makes its client. */
async function creatorOf(name: string, packageFolder: string): Promise<(options: object) => object> {
  const file = createRequire(join(packageFolder, "package.json")).resolve(`@git-tokens/${name}`);
  const module: object = await import(pathToFileURL(file).href).catch((cause: Error) => {
    throw new UserError(`the package ${name} cannot be loaded; run \`pnpm build\` first: ${cause.message}`, { cause });
  });
  const create: unknown = Reflect.get(module, `create${pascalCase(name)}`);
  if (typeof create === "function") return (options) => Reflect.apply(create, undefined, [options]);
  throw new UserError(`the package ${name} exports no create${pascalCase(name)}; run \`pnpm codegen\``);
}

function callOf(client: object, { id }: ApiOperation): Call {
  const call: unknown = Reflect.get(client, id);
  if (typeof call !== "function") throw new Error(`the client has no ${id}`);
  return (input) => Reflect.apply(call, client, [input]);
}

/** A result in a few words, without what is secret in it. */
function shown(result: unknown, { responses }: ApiOperation): string {
  if (result === undefined) return "done";
  if (Array.isArray(result)) return `${result.length} in a list`;
  if (typeof result !== "object" || result === null) return typeof result;
  const secrets = responses.find(isSuccess)?.contents[0]?.secrets.fields ?? [];
  const field = Object.entries(result).find(([key, value]) => typeof value === "string" && !secrets.includes(key));
  if (field !== undefined) return `${field[0]} ${field[1]}`;
  return result instanceof Blob ? `${result.size} bytes` : Symbol.asyncIterator in result ? "a stream" : "an object";
}
