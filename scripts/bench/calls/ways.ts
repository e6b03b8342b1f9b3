import { Agent } from "node:http";
import { type ClientOptions, createClient, defineOperation, type Provider } from "@git-tokens/core";
import { undiciFetch } from "@git-tokens/core/undici";
import { benchTools } from "@git-tokens/workspace/tool-set";
import { Agent as Dispatcher } from "undici";
import type { Peers } from "./peers.ts";

/** The requests that every way sends: a small answer, a body and a small answer, an answer of a megabyte. */
export interface Calls {
  readonly get: () => Promise<unknown>;
  readonly put: () => Promise<unknown>;
  readonly big: () => Promise<unknown>;
}

export type Kind = keyof Calls;

const ID = "d27a4f90-1b6e-4c58-93f1-7e0b5d8c2a64";
const FIELDS = { name: "deploy-bot", type: "GITHUB", token: "example-secret" };
const HEADERS = { accept: "application/json", authorization: "Token benchmark" };
const JSON_HEADERS = { ...HEADERS, "content-type": "application/json" };

const provider: Provider<"bench"> = {
  name: "bench",
  auth: { key: { header: "authorization", prefix: "Token " } },
  secrets: ["token"],
};
type Place = { readonly id: string };
const getThing = defineOperation<"bench", Place, object, object>({
  name: "getThing",
  method: "GET",
  path: "/things/{id}",
  effect: "read",
});
const editThing = defineOperation<"bench", Place & typeof FIELDS, object, object>({
  name: "editThing",
  method: "PUT",
  path: "/things/{id}",
  effect: "replace",
  body: "required",
});
const listThings = defineOperation<"bench", object, object, object>({
  name: "listThings",
  method: "GET",
  path: "/things",
  effect: "read",
});

const peer = <Name extends keyof Peers>(name: Name): Peers[Name] => benchTools.require(name);

/** Every call builds its address and its body, as a program does whose input differs from call to call. */
const urlIn = (baseUrl: string) => (): string => `${baseUrl}/things/${encodeURIComponent(ID)}`;

function ours(options: ClientOptions): Calls {
  const client = createClient(provider, { ...options, auth: { key: "benchmark" } });
  return {
    get: () => getThing(client, { id: ID }),
    put: () => editThing(client, { id: ID, ...FIELDS }),
    big: () => listThings(client, {}),
  };
}

/** The ways to send one and the same request to a server; the first is what the others are compared with. */
export const WAYS: Readonly<Record<string, (baseUrl: string) => Calls>> = {
  "bare fetch": (baseUrl) => {
    const url = urlIn(baseUrl);
    const put = () => ({ method: "PUT", headers: JSON_HEADERS, body: JSON.stringify(FIELDS) });
    return {
      get: async () => (await fetch(url(), { headers: HEADERS })).json(),
      put: async () => (await fetch(url(), put())).json(),
      big: async () => (await fetch(`${baseUrl}/things`, { headers: HEADERS })).json(),
    };
  },
  "git-tokens": (baseUrl) => ours({ baseUrl }),
  "git-tokens, undici": (baseUrl) => ours({ baseUrl, fetch: undiciFetch(new Dispatcher({ allowH2: true })) }),
  "undici.request": (baseUrl) => {
    const { request } = peer("undici");
    const url = urlIn(baseUrl);
    const put = () => ({ method: "PUT", headers: JSON_HEADERS, body: JSON.stringify(FIELDS) });
    return {
      get: async () => (await request(url(), { headers: HEADERS })).body.json(),
      put: async () => (await request(url(), put())).body.json(),
      big: async () => (await request(`${baseUrl}/things`, { headers: HEADERS })).body.json(),
    };
  },
  "openapi-fetch": (baseUrl) => {
    const { GET, PUT } = peer("openapi-fetch").default({ baseUrl, headers: HEADERS });
    const params = { path: { id: ID } };
    return {
      get: () => GET("/things/{id}", { params }),
      put: () => PUT("/things/{id}", { params, body: FIELDS }),
      big: () => GET("/things"),
    };
  },
  ofetch: (baseUrl) => {
    const { ofetch } = peer("ofetch");
    const url = urlIn(baseUrl);
    return {
      get: () => ofetch(url(), { headers: HEADERS }),
      put: () => ofetch(url(), { method: "PUT", headers: HEADERS, body: FIELDS }),
      big: () => ofetch(`${baseUrl}/things`, { headers: HEADERS }),
    };
  },
  ky: (baseUrl) => {
    const ky = peer("ky").default;
    const url = urlIn(baseUrl);
    return {
      get: () => ky(url(), { headers: HEADERS }).json(),
      put: () => ky(url(), { method: "put", headers: HEADERS, json: FIELDS }).json(),
      big: () => ky(`${baseUrl}/things`, { headers: HEADERS }).json(),
    };
  },
  axios: (baseUrl) => {
    // Without it axios opens a connection for every call.
    const axios = peer("axios").create({ httpAgent: new Agent({ keepAlive: true }), headers: HEADERS });
    const url = urlIn(baseUrl);
    return {
      get: async () => (await axios.get(url())).data,
      put: async () => (await axios.put(url(), FIELDS)).data,
      big: async () => (await axios.get(`${baseUrl}/things`)).data,
    };
  },
  got: (baseUrl) => {
    const got = peer("got").default.extend({ agent: { http: new Agent({ keepAlive: true }) }, headers: HEADERS });
    const url = urlIn(baseUrl);
    return {
      get: () => got(url()).json(),
      put: () => got.put(url(), { json: FIELDS }).json(),
      big: () => got(`${baseUrl}/things`).json(),
    };
  },
  "@octokit/request": (baseUrl) => {
    const request = peer("@octokit/request").request.defaults({ baseUrl, headers: HEADERS });
    return {
      get: async () => (await request("GET /things/{id}", { id: ID })).data,
      put: async () => (await request("PUT /things/{id}", { id: ID, ...FIELDS })).data,
      big: async () => (await request("GET /things")).data,
    };
  },
};

/** Those that speak HTTP/2: all that send with `fetch`, which is that of the package undici then. */
export const OVER_HTTP2: readonly string[] = Object.keys(WAYS).filter((name) => !["axios", "got"].includes(name));
