import { createClient, defineOperation, type Provider } from "@git-tokens/core";
import createFetchClient from "openapi-fetch";

const input = {
  id: "d27a4f90-1b6e-4c58-93f1-7e0b5d8c2a64",
  name: "deploy-bot",
  type: "GITHUB",
  token: "example-secret",
};
const { id, ...fields } = input;

const provider: Provider<"bench"> = {
  name: "bench",
  auth: { key: { header: "authorization", prefix: "Token " } },
  secrets: ["token"],
};
const edit = defineOperation<"bench", typeof input, object, object>({
  name: "edit",
  method: "PUT",
  path: "/things/{id}",
  effect: "replace",
  body: "required",
});

/** The ways to send the same request to a server; the others are compared with the first. */
export const WAYS: Readonly<Record<string, (baseUrl: string) => () => Promise<unknown>>> = {
  "bare fetch": (baseUrl) => {
    const headers = {
      accept: "application/json",
      "content-type": "application/json",
      authorization: "Token benchmark",
    };
    return async () => {
      const url = `${baseUrl}/things/${encodeURIComponent(id)}`;
      return (await fetch(url, { method: "PUT", headers, body: JSON.stringify(fields) })).json();
    };
  },
  "openapi-fetch": (baseUrl) => {
    const headers = { authorization: "Token benchmark" };
    const { PUT } = createFetchClient<Record<string, Record<string, object>>>({ baseUrl, headers });
    return () => Reflect.apply(PUT, undefined, ["/things/{id}", { params: { path: { id } }, body: fields }]);
  },
  "git-tokens": (baseUrl) => {
    const client = createClient(provider, { baseUrl, auth: { key: "benchmark" } });
    return () => edit(client, input);
  },
};
