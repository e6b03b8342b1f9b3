import { pascal } from "../operation.ts";
import { argumentAfterPath, fields, positional, resultOf, type TypeScriptGenerator } from "./generator.ts";

const config = (value: object): string => `export default ${JSON.stringify(value)};\n`;

/** Generators whose clients call `fetch`. */
export const fetchGenerators: readonly TypeScriptGenerator[] = [
  {
    name: "openapi-typescript",
    package: "openapi-typescript",
    command: ["openapi-typescript", "openapi.json", "-o", "out.ts"],
    types: () => 'import type { operations } from "./out.ts";',
    request: ({ id }) => `NonNullable<operations["${id}"]["requestBody"]>["content"]["application/json"]`,
    response: ({ id, status }) => `operations["${id}"]["responses"][${status}]["content"]["application/json"]`,
    run: {
      imports: 'import createClient from "openapi-fetch";\nimport type { paths } from "./out.ts";',
      call: ({ method, path }, given) =>
        `createClient<paths>({ baseUrl: url, headers }).${method.toUpperCase()}("${path}", { params: { path: { ${fields(given)} } }${given.body && `, body: ${given.body}`} })`,
      value: "{ status: value.response.status, body: value.data ?? value.error }",
      error: "",
    },
  },
  {
    name: "hey-api",
    package: "@hey-api/openapi-ts",
    quick: true,
    command: ["openapi-ts", "-i", "openapi.json", "-o", "out", "-c", "@hey-api/client-fetch"],
    types: () => 'import type * as types from "./out/index.ts";',
    request: ({ Id }) => `types.${Id}Data["body"]`,
    response: ({ Id }) => `types.${Id}Response`,
    run: {
      imports: 'import * as sdk from "./out/index.ts";',
      call: ({ id }, given) =>
        `sdk.${id}({ baseUrl: url, headers, path: { ${fields(given)} }${given.body && `, body: ${given.body}`} })`,
      value: "{ status: value.response.status, body: value.data ?? value.error }",
      error: "",
    },
  },
  {
    name: "orval",
    package: "orval",
    files: (url) => ({
      "orval.config.mjs": config({
        api: { input: "openapi.json", output: { target: "out.ts", client: "fetch", baseUrl: url } },
      }),
    }),
    command: ["orval", "--config", "orval.config.mjs"],
    types: () => 'import type * as api from "./out.ts";',
    request: (operation) => argumentAfterPath(operation, `api.${operation.id}`),
    response: ({ id, status }) => `Extract<${resultOf(`api.${id}`)}, { status: ${status} }>["data"]`,
    run: {
      imports: 'import * as api from "./out.ts";',
      call: ({ id }, given) => `api.${id}(${positional(given, "{ headers }")})`,
      value: "{ status: value.status, body: value.data }",
      error: "",
    },
  },
  {
    name: "kubb",
    package: "@kubb/core",
    files: (url) => ({
      "kubb.config.mjs": `import { defineConfig } from "@kubb/core";
import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";
export default defineConfig({
  input: { path: "openapi.json" },
  output: { path: "out", clean: true },
  plugins: [pluginOas(), pluginTs(), pluginClient({ client: "fetch", dataReturnType: "full", baseURL: ${JSON.stringify(url)} })],
});
`,
    }),
    command: ["kubb", "generate", "--config", "kubb.config.mjs"],
    types: () => 'import type * as types from "./out/index.ts";',
    request: ({ Id }) => `types.${Id}MutationRequest`,
    response: ({ Id, status }) => `types.${Id}${status}`,
    run: {
      imports: 'import * as api from "./out/index.ts";',
      call: ({ id }, given) =>
        `api.${id}(${positional(given, '{ headers: { ...headers, "content-type": "application/json" } }')})`,
      value: "{ status: value.status, body: value.data }",
      error: "",
    },
  },
  {
    name: "oazapfts",
    package: "oazapfts",
    quick: true,
    command: ["oazapfts", "openapi.json", "out.ts"],
    types: () => 'import type * as api from "./out.ts";',
    request: (operation) => argumentAfterPath(operation, `api.${operation.id}`),
    response: ({ id, status }) => `Extract<${resultOf(`api.${id}`)}, { status: ${status} }>["data"]`,
    run: {
      imports: 'import * as api from "./out.ts";',
      call: ({ id }, given) => `api.${id}(${positional(given, "{ headers, baseUrl: url }")})`,
      value: "{ status: value.status, body: value.data }",
      error: "",
    },
  },
  {
    name: "swagger-typescript-api",
    package: "swagger-typescript-api",
    command: [
      ...["swagger-typescript-api", "generate", "-p", "openapi.json", "-o", "out", "-n", "api.ts"],
      ...["--generate-union-enums", "--module-name-first-tag"],
    ],
    types: () => 'import { Api } from "./out/api.ts";\nexport const api = new Api();',
    request: (operation) => argumentAfterPath(operation, `api.${group(operation.tag)}.${operation.id}`),
    response: ({ tag, id }) => `${resultOf(`api.${group(tag)}.${id}`)}["data"]`,
    run: {
      imports: 'import { Api } from "./out/api.ts";',
      call: ({ tag, id }, given) =>
        `new Api({ baseUrl: url, baseApiParams: { headers } }).${group(tag)}.${id}(${positional(given)})`,
      value: "{ status: value.status, body: value.data }",
      error: "{ status: error.status, body: error.error }",
    },
  },
  {
    name: "openapi-typescript-codegen",
    package: "openapi-typescript-codegen",
    quick: true,
    command: [
      ...["openapi-typescript-codegen/bin/index.js", "--input", "openapi.json", "--output", "out"],
      ...["--useOptions", "--useUnionTypes"],
    ],
    types: () => 'import type * as api from "./out/index.ts";',
    request: ({ tag, id }) => `Parameters<typeof api.${pascal(tag)}Service.${id}>[0]["requestBody"]`,
    response: ({ tag, id }) => resultOf(`api.${pascal(tag)}Service.${id}`),
    run: {
      imports: 'import * as api from "./out/index.ts";',
      call: ({ tag, id }, given) =>
        `(Object.assign(api.OpenAPI, { BASE: url, HEADERS: headers }), api.${pascal(tag)}Service.${id}({ ${fields(given)}${given.body && `, requestBody: ${given.body}`} }))`,
      value: "{ body: value }",
      error: "{ status: error.status, body: error.body }",
    },
  },
  {
    name: "typed-openapi",
    package: "typed-openapi",
    command: ["typed-openapi", "openapi.json", "-o", "out.ts"],
    types: () => 'import type { EndpointByMethod } from "./out.ts";',
    request: ({ method, path }) => `EndpointByMethod["${method}"]["${path}"]["parameters"]["body"]`,
    response: ({ method, path, status }) => `EndpointByMethod["${method}"]["${path}"]["responses"][${status}]`,
    run: {
      imports: `import { createApiClient, type Fetcher } from "./out.ts";
const fetcher = (headers: Record<string, string>): Fetcher => ({
  fetch: ({ method, url, parameters }) =>
    fetch(url, {
      method: method.toUpperCase(),
      headers: { ...headers, "content-type": "application/json" },
      ...(parameters?.body === undefined ? {} : { body: JSON.stringify(parameters.body) }),
    }),
});`,
      call: ({ method, path }, given) =>
        `createApiClient(fetcher(headers), url).${method}("${path}", { path: { ${fields(given)} }${given.body && `, body: ${given.body}`}, withResponse: true })`,
      value: "{ status: value.status, body: value.data }",
      error: "",
    },
  },
  {
    name: "redocly typescript",
    package: "@redocly/cli",
    command: ["redocly", "generate-client", "openapi.json", "-o", "out.ts", "--args-style", "grouped"],
    types: () => 'import type * as types from "./out.ts";',
    request: ({ Id }) => `types.${Id}Body`,
    response: ({ Id }) => `types.${Id}Result`,
    run: {
      imports: 'import { client } from "./out.ts";',
      call: ({ id }, given) =>
        `(client.configure({ serverUrl: url, headers }), client.${id}({ path: { ${fields(given)} }${given.body && `, body: ${given.body}`} }))`,
      value: "{ body: value }",
      error: "{ status: error.status, body: error.body }",
    },
  },
];

/** `Git tokens` as `gitTokens`. */
const group = (tag: string): string => pascal(tag).replace(/^./, (first) => first.toLowerCase());
