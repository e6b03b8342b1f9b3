import { pascalCase, propertyKey } from "../codegen/names.ts";
import { sizesOf } from "../codegen/render-config.ts";
import { sentAs } from "../codegen/render-security.ts";
import { securityOf } from "../codegen/security.ts";
import type { ApiDescription, ApiOperation } from "../description/api-description.ts";
import { exampleInput, isError, isSuccess, responseExamples } from "../description/example-input.ts";
import { isList, isObject } from "../description/json.ts";
import { literal } from "./literal.ts";

/** What the README of a new provider's package is made of. */
interface Words {
  readonly api: ApiDescription;
  /** The name that npm knows the package by. */
  readonly packageName: string;
  /** As in `createNotes`. */
  readonly create: string;
  /** The variable that holds the client. */
  readonly client: string;
  /** The options that every client needs, as code. */
  readonly options: string;
  /** The operation of the first example: the easiest read, or else the first of all. */
  readonly first: ApiOperation;
}

/** The README of a new provider: a first example that runs, the table of operations, credentials, errors, and tests. */
export function renderReadme(api: ApiDescription, packageName: string): string {
  const words = wordsOf(api, packageName);
  return [intro(words), operations(), auth(words), errors(words), testing(words), bundles(words), spec(words)]
    .filter(Boolean)
    .join("\n");
}

function wordsOf(api: ApiDescription, packageName: string): Words {
  const type = pascalCase(api.name);
  const [first] = [...api.operations].sort((a, b) => effort(a) - effort(b));
  if (first === undefined) throw new Error("a spec without an operation has no README");
  const client = type.charAt(0).toLowerCase() + type.slice(1);
  return { api, packageName, create: `create${type}`, client, options: optionsOf(api, first), first };
}

/** How much a reader has to fill in before an operation can be called; a read is tried first. */
const effort = ({ effect, parameters }: ApiOperation): number =>
  (effect === "read" ? 0 : 100) + parameters.filter(({ required }) => required).length;

function optionsOf(api: ApiDescription, first: ApiOperation): string {
  const alternatives = securityOf({ api, operations: api.operations, hash: "" }).of(first);
  const names = alternatives.find(({ length }) => length > 0) ?? [];
  const variable = `process.env.${api.name.toUpperCase().replaceAll("-", "_")}_CREDENTIAL`;
  const members = names.map((name) => {
    const isBasic = api.securitySchemes.get(name)?.kind === "basic";
    return `${propertyKey(name)}: ${isBasic ? `{ username: "me", password: ${variable} ?? "" }` : variable}`;
  });
  const auth = `auth: ${members.length === 0 ? "{}" : `{ ${members.join(", ")} }`}`;
  return needsBaseUrl(api) ? `{ baseUrl: "https://${api.name}.example.com", ${auth} }` : `{ ${auth} }`;
}

const needsBaseUrl = ({ servers: [server] }: ApiDescription): boolean =>
  server === undefined || !server.absolute || server.variables.length > 0;

function intro({ api, packageName, create, client, options, first }: Words): string {
  const about = (api.info.summary ?? api.info.title).trim().replaceAll(/\s+/g, " ");
  return `# ${packageName}

Typed client for ${about}. It retries a request only when that is safe, and every error says whether the request may have taken effect.

\`\`\`sh
npm install ${packageName}
\`\`\`

<!-- run: ${first.id}${printed(first)} -->
\`\`\`ts
import { ${create} } from "${packageName}";

const ${client} = ${create}(${options});
const result = await ${client}.${first.id}(${inputOf(first)});
console.log(result ?? "done");
\`\`\`

The package is ESM and needs Node 22.12 or later.
`;
}

/** The arguments of a call, as code. */
const inputOf = (operation: ApiOperation): string => {
  const input = exampleInput(operation);
  return Object.keys(input).length === 0 ? "" : literal(input);
};

/** What the first example prints for sure: the name of a field of its answer. */
function printed({ responses }: ApiOperation): string {
  const success = responses.find(isSuccess);
  if (success === undefined || success.contents[0] === undefined) return " → done";
  const value = responseExamples(success)[0]?.value;
  const one = isList(value) ? value[0] : value;
  const name = isObject(one) ? Object.keys(one).find((key) => /^[A-Za-z_]\w*$/.test(key)) : undefined;
  return name === undefined ? "" : ` → ${name}: `;
}

const operations = (): string => `\
## Operations

Each operation is a method of the client. It takes the path, query, header and body fields as one flat object and returns the response body.

<!-- operations:begin -->
<!-- operations:end -->
`;

function auth({ api }: Words): string {
  const schemes = [...api.securitySchemes.values()].filter(({ kind }) => kind !== "unsupported");
  if (schemes.length === 0) return "";
  const rows = schemes.map(
    (scheme) => `| \`${scheme.name}\` | ${oneLine(scheme.description ?? "")} | \`${sentAs(scheme)}\` |`,
  );
  return `\
## Auth

Each credential is a string, or a function (sync or async) that returns one. A function is called for every call; after a 401 it is called
once more, and the request is retried once.

| \`auth\` | What it is | Sent as |
|---|---|---|
${rows.join("\n")}
`;
}

const oneLine = (text: string): string => text.trim().replaceAll(/\s+/g, " ").replaceAll("|", "\\|");

function errors({ packageName, client, first }: Words): string {
  const error = shownError(first);
  const input = inputOf(first) || "{}";
  return `\
## Errors

<!-- run after the first: ${first.id} ${first.id}=${error} → rejected -->
\`\`\`ts
import { settle } from "${packageName}";

const settled = await settle(${client}.${first.id}(${input}, { retry: false }));
if (!settled.ok) console.error(\`\${settled.error.outcome}: \${settled.error.message}\`);
\`\`\`

\`outcome\` is \`not-sent\`, \`rejected\`, \`unknown\` or \`committed\`: only after the first two did the request certainly not take effect.
\`isApiError(error, operation, status)\` narrows \`body\` to what the spec documents. No error contains a credential or a secret.
`;
}

/** An error that a client takes from any server: one of plain JSON or without a body, or one that is not documented. */
function shownError({ responses }: ApiOperation): number {
  const documented = responses.filter(isError);
  const plain = documented.find(({ contents: [content] }) =>
    [undefined, "application/json"].includes(content?.mediaType),
  );
  const others = [404, 403, 409, 410, 422].filter((status) => documented.every((one) => one.status !== status));
  return plain?.status ?? others[0] ?? 451;
}

function testing({ packageName, create, options, first }: Words): string {
  return `\
## Test

\`testTransport\` responds in place of the service, and loses responses on demand. Retries, timeouts and outcomes are the real ones.

<!-- run: nothing → 1 request -->
\`\`\`ts
import { ${create}, settle } from "${packageName}";
import { lost, testTransport } from "${packageName}/testing";

const service = testTransport({ ${first.id}: lost.refused });
const tested = ${create}({ ...${options}, ...service.options, retry: false });
await settle(tested.${first.id}(${inputOf(first)}));
console.log(\`\${service.requests.length} request\`);
\`\`\`
`;
}

function bundles({ api, packageName, first }: Words): string {
  const { one, whole } = sizesOf(api);
  return `\
## Small bundles

Each operation is also a function that takes the client as its first argument: \`createClient\` and \`${first.id}\` from
\`${packageName}/operations\`. With one operation a bundle is below ${one} with gzip, with the whole client below ${whole}.
`;
}

const spec = ({ packageName }: Words): string => `\
## Spec

The client is generated from \`${packageName}/openapi.json\` (OpenAPI 3.1). For other generators there is also \`openapi-3.0.json\`.
`;
