import { Agent } from "node:http";
import { type ClientOptions, createClient, defineOperation, type Provider } from "@git-tokens/core";
import { undiciFetch } from "@git-tokens/core/undici";
import { benchTools } from "@git-tokens/workspace/tool-set";
import { Agent as Dispatcher } from "undici";
import type { Peers, Sdk } from "./peers.ts";
import { type Calls, FIELDS, HEADERS, ID, JSON_HEADERS, type Way } from "./sent.ts";

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

/** The addresses with TLS are those of the server that speaks HTTP/2. */
const speaksHttp2 = (baseUrl: string): boolean => baseUrl.startsWith("https:");

/** A service's client sends what it is not generated for as well. */
const sdk = (client: Sdk): Calls => {
  const url = urlIn("");
  return {
    get: () => client.get(url()),
    put: () => client.put(url(), { body: FIELDS }),
    big: () => client.get("/things"),
  };
};

function ours(options: ClientOptions): Calls {
  const client = createClient(provider, { ...options, auth: { key: "benchmark" } });
  return {
    get: () => getThing(client, { id: ID }),
    put: () => editThing(client, { id: ID, ...FIELDS }),
    big: () => listThings(client, {}),
  };
}

/** The ways to send one and the same request to a server; the first is what the others are compared with. */
export const WAYS: Readonly<Record<string, Way>> = {
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
      get: async () => (await GET("/things/{id}", { params })).data,
      put: async () => (await PUT("/things/{id}", { params, body: FIELDS })).data,
      big: async () => (await GET("/things")).data,
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
    // Without an agent axios opens a connection for every call, and it speaks HTTP/2 only where it is told to.
    const options = speaksHttp2(baseUrl) ? { httpVersion: 2 } : { httpAgent: new Agent({ keepAlive: true }) };
    const axios = peer("axios").create({ ...options, headers: HEADERS });
    const url = urlIn(baseUrl);
    return {
      get: async () => (await axios.get(url())).data,
      put: async () => (await axios.put(url(), FIELDS)).data,
      big: async () => (await axios.get(`${baseUrl}/things`)).data,
    };
  },
  got: (baseUrl) => {
    const options = speaksHttp2(baseUrl) ? { http2: true } : { agent: { http: new Agent({ keepAlive: true }) } };
    const got = peer("got").default.extend({ ...options, headers: HEADERS });
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
  openai: (baseURL) => sdk(new (peer("openai").default)({ baseURL, apiKey: "benchmark" })),
  cloudflare: (baseURL) => sdk(new (peer("cloudflare").default)({ baseURL, apiToken: "benchmark" })),
};
