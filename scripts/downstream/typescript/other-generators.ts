import { small } from "../operation.ts";
import { fields, type TypeScriptGenerator } from "./generator.ts";

/** Generators whose clients use axios, Zodios, Redux Toolkit, Angular or aspida. */
export const otherGenerators: readonly TypeScriptGenerator[] = [
  {
    name: "openapi-zod-client",
    package: "openapi-zod-client",
    command: [
      ...["openapi-zod-client", "openapi.json", "-o", "out.ts", "--with-alias", "--export-schemas"],
      ...["--additional-props-default-value=false"],
    ],
    types: () =>
      'import type { ZodiosBodyByAlias, ZodiosResponseByAlias } from "@zodios/core";\nimport type { api as zodios } from "./out.ts";\ntype Endpoints = typeof zodios.api;',
    request: ({ id }) => `ZodiosBodyByAlias<Endpoints, "${id}">`,
    response: ({ id }) => `ZodiosResponseByAlias<Endpoints, "${id}">`,
    run: {
      imports: 'import { createApiClient } from "./out.ts";',
      call: ({ method, id }, given) =>
        `createApiClient(url).${id}(${method === "get" ? "" : `${given.body || "undefined"}, `}{ params: { ${fields(given)} }, headers })`,
      value: "{ body: value }",
      error: "{ status: error.response.status, body: error.response.data }",
    },
  },
  {
    name: "rtk-query",
    package: "@rtk-query/codegen-openapi",
    files: () => ({
      "rtk.config.cjs": `module.exports = ${JSON.stringify({ schemaFile: "openapi.json", apiFile: "./base.ts", apiImport: "api", outputFile: "out.ts", exportName: "api" })};\n`,
      "base.ts": `import { createApi, fetchBaseQuery } from "@reduxjs/toolkit/query";
export const service: { url: string; headers: Record<string, string> } = { url: "", headers: {} };
export const api = createApi({
  baseQuery: (args, context, extra) => fetchBaseQuery({ baseUrl: service.url, headers: service.headers })(args, context, extra),
  endpoints: () => ({}),
});
`,
    }),
    command: ["rtk-query-codegen-openapi", "rtk.config.cjs"],
    types: () => 'import type * as types from "./out.ts";',
    request: ({ Id, schema }) => `types.${Id}ApiArg["${small(schema)}"]`,
    response: ({ Id }) => `types.${Id}ApiResponse`,
    run: {
      imports: `import { configureStore } from "@reduxjs/toolkit";
import { service } from "./base.ts";
import { api } from "./out.ts";
const store = configureStore({ reducer: { [api.reducerPath]: api.reducer }, middleware: (all) => all().concat(api.middleware) });`,
      call: ({ id, method, schema }, given) =>
        `(Object.assign(service, { url, headers }), store.dispatch(api.endpoints.${id}.initiate({ ${fields(given)}${given.body && `, ${small(schema)}: ${given.body}`} }${method === "get" ? ", { forceRefetch: true }" : ""})).unwrap())`,
      value: "{ body: value }",
      error: "{ status: error.status, body: error.data }",
    },
  },
  {
    name: "openapi-client-axios",
    package: "openapi-client-axios-typegen",
    command: ["openapi-client-axios-typegen/typegen.js", "openapi.json"],
    printed: "out.ts",
    types: () => 'import type { Client } from "./out.ts";',
    request: ({ id }) => `NonNullable<Parameters<Client["${id}"]>[1]>`,
    response: ({ id }) => `Awaited<ReturnType<Client["${id}"]>>["data"]`,
    run: {
      imports: `import { OpenAPIClientAxios } from "openapi-client-axios";
import type { Client } from "./out.ts";
import definition from "./openapi.json";
const client = (url: string) =>
  new OpenAPIClientAxios({ definition: definition as object as never, withServer: { url } }).initSync<Client>();`,
      call: ({ id }, given) => `client(url).${id}({ ${fields(given)} }, ${given.body || "undefined"}, { headers })`,
      value: "{ status: value.status, body: value.data }",
      error: "{ status: error.response.status, body: error.response.data }",
    },
  },
  {
    name: "openapi2aspida",
    package: "openapi2aspida",
    command: ["openapi2aspida", "-i", "openapi.json", "-o", "out"],
    types: (operations) =>
      operations
        .map(({ id, path }) => `import type { Methods as ${id} } from "./out${folderOf(path)}/index.ts";`)
        .join("\n"),
    request: ({ id, method }) => `${id}["${method}"]["reqBody"]`,
    response: ({ id, method }) => `${id}["${method}"]["resBody"]`,
    run: {
      imports: 'import aspida from "@aspida/fetch";\nimport api from "./out/$api.ts";',
      call: ({ method, path }, given) =>
        `api(aspida(fetch, { baseURL: url, throwHttpErrors: true })).${chainOf(path, given.path)}.${method}({ ${given.body && `body: ${given.body}, `}config: { headers } })`,
      value: "{ status: value.status, body: value.body }",
      error: "{ status: error.response.status }",
    },
  },
  {
    name: "ng-openapi-gen",
    package: "ng-openapi-gen",
    command: ["ng-openapi-gen", "-i", "openapi.json", "-o", "out"],
    types: () => `import type { Observable } from "rxjs";
import type * as functions from "./out/functions.ts";
import type { StrictHttpResponse } from "./out/strict-http-response.ts";
type Body<Fn> = Fn extends (...args: never) => Observable<StrictHttpResponse<infer Result>> ? Result : never;`,
    request: ({ id }) => `Parameters<typeof functions.${id}>[2]["body"]`,
    response: ({ id }) => `Body<typeof functions.${id}>`,
    run: {
      imports: `import "@angular/compiler";
import { HttpClient, provideHttpClient, withFetch, withInterceptors } from "@angular/common/http";
import { createEnvironmentInjector, type EnvironmentInjector, Injector, provideZonelessChangeDetection, ɵINJECTOR_SCOPE } from "@angular/core";
import { lastValueFrom } from "rxjs";
import * as functions from "./out/functions.ts";
const client = (setHeaders: Record<string, string>): HttpClient => {
  const root = [{ provide: ɵINJECTOR_SCOPE, useValue: "root" }, provideZonelessChangeDetection()];
  const providers = [...root, provideHttpClient(withFetch(), withInterceptors([(request, next) => next(request.clone({ setHeaders }))]))];
  return createEnvironmentInjector(providers, Injector.NULL as EnvironmentInjector).get(HttpClient);
};`,
      call: ({ id }, given) =>
        `lastValueFrom(functions.${id}(client(headers), url, { ${fields(given)}${given.body && `, body: ${given.body}`} }))`,
      value: "{ status: value.status, body: value.body }",
      error: "{ status: error.status, body: error.error }",
    },
  },
];

/** The folder of a path in the output of openapi2aspida: every parameter with its type. */
const folderOf = (path: string): string => path.replaceAll(/\{([^{}]+)\}/g, "_$1@string");

/** How aspida names a path: a property for each part, a call for each parameter. */
const chainOf = (path: string, values: readonly (readonly [name: string, code: string])[]): string =>
  path
    .split("/")
    .filter(Boolean)
    .map((part) => {
      const name = /^\{(.+)\}$/.exec(part)?.[1];
      if (name === undefined) return part.replaceAll(/[^A-Za-z0-9]/g, "_");
      return `_${name}(${values.find(([one]) => one === name)?.[1] ?? '""'})`;
    })
    .join(".");
