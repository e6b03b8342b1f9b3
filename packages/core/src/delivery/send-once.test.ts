import { expect, it, vi } from "vitest";
import { createClient } from "../client.ts";
import { defineOperation } from "../operation.ts";
import type { Provider } from "../provider.ts";

const list = defineOperation<"things", object, object, object>({
  name: "list",
  method: "GET",
  path: "/things",
  effect: "read",
});
const provider: Provider<"things"> = {
  name: "things",
  server: "https://api.example.com",
  auth: { key: { header: "x-key", prefix: "" } },
  secrets: [],
};

/** A `fetch` that is as particular about `this` as that of browsers and workerd. */
async function particularFetch(this: unknown): Promise<Response> {
  if (this !== undefined && this !== globalThis) throw new TypeError("Illegal invocation");
  return Response.json({});
}

it("calls a fetch as a function of its own, which browsers and workerd insist on", async () => {
  const auth = { key: "credential" };
  const client = createClient(provider, { auth, fetch: particularFetch });
  expect(await list(client, {})).toEqual({});
  vi.stubGlobal("fetch", particularFetch);
  const ofTheRuntime = createClient(provider, { auth });
  expect(await list(ofTheRuntime, {}).finally(() => vi.unstubAllGlobals())).toEqual({});
});
