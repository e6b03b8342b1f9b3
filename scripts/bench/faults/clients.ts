import "@git-tokens/workspace/own-undici-first";

import { createClient, defineOperation, type Provider } from "@git-tokens/core";
import { undiciFetch } from "@git-tokens/core/undici";
import { benchTools } from "@git-tokens/workspace/tool-set";
import { Agent } from "undici";
import { serviceClients } from "../services/service-clients.ts";

/** The two calls that every client makes; they reject where the call did not succeed. */
export interface FaultCalls {
  readonly read: () => Promise<unknown>;
  /** The id tells the server which call it is. */
  readonly create: (id: string) => Promise<unknown>;
}

type Send = (url: string, options?: object) => Promise<unknown>;
type Sdk = { readonly get: Send; readonly post: Send };

/** As much of the types of the peers as is used here, since they are installed only by a command. */
interface Peers {
  readonly "openapi-fetch": {
    readonly default: (options: object) => Record<"GET" | "POST", (url: string, options?: object) => Promise<Result>>;
  };
  readonly ofetch: { readonly ofetch: Send };
  readonly ky: { readonly default: (url: string, options?: object) => { readonly json: () => Promise<unknown> } };
  readonly axios: Sdk;
  readonly got: {
    readonly default: ((url: string) => { readonly json: () => Promise<unknown> }) & {
      readonly post: (url: string, options: object) => { readonly json: () => Promise<unknown> };
    };
  };
  readonly "@octokit/request": { readonly request: Send };
  readonly openai: { readonly default: new (options: object) => Sdk };
  readonly cloudflare: { readonly default: new (options: object) => Sdk };
}
interface Result {
  readonly data?: unknown;
  readonly response: Response;
}

const peer = <Name extends keyof Peers>(name: Name): Peers[Name] => benchTools.require(name);

const provider: Provider<"faults"> = {
  name: "faults",
  auth: { key: { header: "authorization", prefix: "Bearer " } },
  secrets: [],
};
const readThing = defineOperation<"faults", object, object, object>({
  name: "readThing",
  method: "GET",
  path: "/things",
  effect: "read",
});
const createThing = defineOperation<"faults", { id: string }, object, object>({
  name: "createThing",
  method: "POST",
  path: "/things",
  effect: "create",
  body: "required",
});

function ours(baseUrl: string, fetch?: ReturnType<typeof undiciFetch>): FaultCalls {
  const client = createClient(provider, { baseUrl, auth: { key: "made-up" }, ...(fetch && { fetch }) });
  return { read: () => readThing(client), create: (id) => createThing(client, { id }) };
}

async function sent(url: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}

async function succeeded(result: Promise<Result>): Promise<unknown> {
  const { data, response } = await result;
  if (!response.ok) throw new Error(`status ${response.status}`);
  return data;
}

const sdk = (client: Sdk): FaultCalls => ({
  read: () => client.get("/things"),
  create: (id) => client.post("/things", { body: { id } }),
});

const JSON_TYPE = { "content-type": "application/json" };

type Make = (baseUrl: string) => FaultCalls | Promise<FaultCalls>;

/**
 * Each as it is, with its own defaults for retries.
 *
 * @param folder Where the generated clients of services are.
 */
export async function allClients(folder: string): Promise<Readonly<Record<string, Make>>> {
  const services = Object.entries(await serviceClients(folder)).map(([name, connect]): [string, Make] => [
    name,
    async (baseUrl) => {
      const { list, create } = await connect({ baseUrl, authorization: "Token made-up" });
      return {
        read: list,
        create: (id) => create({ id, name: "deploy-bot", type: "GITHUB", token: "example-secret" }),
      };
    },
  ]);
  return { ...CLIENTS, ...Object.fromEntries(services) };
}

const CLIENTS: Readonly<Record<string, Make>> = {
  "bare fetch": (baseUrl) => ({
    read: () => sent(`${baseUrl}/things`),
    create: (id) => sent(`${baseUrl}/things`, { method: "POST", headers: JSON_TYPE, body: JSON.stringify({ id }) }),
  }),
  "git-tokens": (baseUrl) => ours(baseUrl),
  "git-tokens, undici": (baseUrl) => ours(baseUrl, undiciFetch(new Agent())),
  "openapi-fetch": (baseUrl) => {
    const { GET, POST } = peer("openapi-fetch").default({ baseUrl });
    return { read: () => succeeded(GET("/things")), create: (id) => succeeded(POST("/things", { body: { id } })) };
  },
  ofetch: (baseUrl) => {
    const { ofetch } = peer("ofetch");
    const url = `${baseUrl}/things`;
    return { read: () => ofetch(url), create: (id) => ofetch(url, { method: "POST", body: { id } }) };
  },
  ky: (baseUrl) => {
    const ky = peer("ky").default;
    const url = `${baseUrl}/things`;
    return { read: () => ky(url).json(), create: (id) => ky(url, { method: "post", json: { id } }).json() };
  },
  axios: (baseUrl) => {
    const axios = peer("axios");
    return { read: () => axios.get(`${baseUrl}/things`), create: (id) => axios.post(`${baseUrl}/things`, { id }) };
  },
  got: (baseUrl) => {
    const got = peer("got").default;
    const url = `${baseUrl}/things`;
    return { read: () => got(url).json(), create: (id) => got.post(url, { json: { id } }).json() };
  },
  "@octokit/request": (baseUrl) => {
    const { request } = peer("@octokit/request");
    return {
      read: () => request("GET /things", { baseUrl }),
      create: (id) => request("POST /things", { baseUrl, id }),
    };
  },
  openai: (baseURL) => sdk(new (peer("openai").default)({ baseURL, apiKey: "made-up" })),
  cloudflare: (baseURL) => sdk(new (peer("cloudflare").default)({ baseURL, apiToken: "made-up" })),
};
