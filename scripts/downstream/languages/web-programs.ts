import { pascal, small } from "../operation.ts";
import { fields } from "../typescript/generator.ts";
import { type GeneratedCode, type ProgramCall, quoted } from "./generator.ts";

/** What the programs share: prints what came of a call. */
const SEE = `const url = process.env.SERVICE_URL;
async function see(name, call, errorOf) {
  const seen = await call().then(
    (body) => ({ body }),
    async (error) => {
      const known = await errorOf(error);
      return known.status ? known : { failed: String(error?.message ?? error) };
    },
  );
  console.log(JSON.stringify({ name, ...seen }));
}
`;

const TYPED_SEE = `declare const process: { readonly env: { readonly SERVICE_URL: string } };
${SEE.replace("(name, call, errorOf)", "(name: string, call: () => Promise<unknown>, errorOf: (error: any) => any): Promise<void>")}`;

export function javaScriptProgram(calls: readonly ProgramCall[]): string {
  const steps = calls.map(({ name, operation, path, body, credential: { asGiven } }) => {
    const given = body === undefined ? [] : [`sdk.${operation.schema}.constructFromObject(${body})`];
    const args = [...path.map(({ value }) => quoted(value)), ...given].join(", ");
    const client = `client(${quoted(asGiven.scheme)}, ${quoted(asGiven.value)})`;
    return `await see(${quoted(name)}, () => new sdk.${pascal(operation.tag)}Api(${client}).${operation.id}(${args}), errorOf);`;
  });
  return `import * as sdk from "./out/src/index.js";
${SEE}
function client(scheme, key) {
  const made = new sdk.ApiClient();
  made.basePath = url;
  made.authentications[scheme].apiKey = key;
  return made;
}
const errorOf = (error) => ({ status: error.status, body: error.response?.body });
async function main() {
  ${steps.join("\n  ")}
}
void main();
`;
}

export function fetchProgram(calls: readonly ProgramCall[], { properties }: GeneratedCode): string {
  const names = Object.fromEntries(properties.map((name) => [camel(name), name]));
  const steps = calls.map(({ name, operation, path, body, credential: { asGiven } }) => {
    const values = fields({ path: path.map((one) => [one.name, quoted(one.value)] as const), body: "" });
    const given = body === undefined ? "" : `, ${small(operation.schema)}: sdk.${operation.schema}FromJSON(${body})`;
    const configuration = `new sdk.Configuration({ basePath: url, fetchApi: fetch, apiKey: ${quoted(asGiven.value)} })`;
    return `await see(${quoted(name)}, () => new sdk.${pascal(operation.tag)}Api(${configuration}).${operation.id}({ ${values}${given} }).then(asSent), errorOf);`;
  });
  return `import * as sdk from "./out/index";
${TYPED_SEE}
// A model has names of its own; what was sent is what can be compared.
const NAMES: Record<string, string> = ${JSON.stringify(names)};
const asSent = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null), (_, one) =>
    one && typeof one === "object" && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).map(([key, inner]) => [NAMES[key] ?? key, inner]))
      : one,
  );
const errorOf = async (error: any) =>
  error instanceof Response ? { status: error.status, body: JSON.parse((await error.text()) || "null") } : {};
async function main(): Promise<void> {
  ${steps.join("\n  ")}
}
void main();
`;
}

/** `created_at` as `createdAt`. */
const camel = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

export function axiosProgram(calls: readonly ProgramCall[]): string {
  const steps = calls.map(({ name, operation, path, body, credential: { asGiven } }) => {
    const given = body === undefined ? [] : [`${body} as sdk.${operation.schema}`];
    const args = [...path.map(({ value }) => quoted(value)), ...given].join(", ");
    const configuration = `new sdk.Configuration({ basePath: url, apiKey: ${quoted(asGiven.value)} })`;
    return `await see(${quoted(name)}, () => new sdk.${pascal(operation.tag)}Api(${configuration}).${operation.id}(${args}).then(({ data }) => data), errorOf);`;
  });
  return `import * as sdk from "./out/index";
${TYPED_SEE}
const errorOf = (error: any) => ({ status: error.response?.status, body: error.response?.data });
async function main(): Promise<void> {
  ${steps.join("\n  ")}
}
void main();
`;
}
