import { createHook } from "node:async_hooks";
import { createClient, defineOperation, type Provider } from "@git-tokens/core";

/** What a call costs that succeeds at once, on any machine with the same Node. */
export interface Counts {
  /** Bytes that are allocated, without those of a `fetch`. */
  readonly bytes: number;
  readonly promises: number;
  readonly requests: number;
}

const WARM_UP = 3_000;
const CALLS = 1_000;

const provider: Provider<"counts"> = {
  name: "counts",
  server: "https://api.example.com",
  auth: { key: { header: "authorization", prefix: "Token " } },
  secrets: ["token"],
};
const read = defineOperation<"counts", { id: string }, object, object>({
  name: "getThing",
  method: "GET",
  path: "/things/{id}",
  effect: "read",
});
const replace = defineOperation<"counts", { id: string; name: string; token: string }, object, object>({
  name: "editThing",
  method: "PUT",
  path: "/things/{id}",
  effect: "replace",
  body: "required",
});

let requests = 0;
const headers = new Headers({ "content-type": "application/json" });
const chunk = new TextEncoder().encode('{"id":"1"}');

/** Responds at once and costs next to nothing, so that what is counted is the work of the client. */
async function fetch(): Promise<Response> {
  requests++;
  let isRead = false;
  const reader = {
    read: async () => {
      const first = isRead ? { done: true } : { value: chunk };
      isRead = true;
      return first;
    },
  };
  const facts = { ok: true, status: 200, statusText: "", redirected: false, url: "", headers };
  return { ...facts, body: { getReader: () => reader } } as unknown as Response;
}

async function countsOf(call: () => Promise<unknown>): Promise<Counts> {
  for (let index = 0; index < WARM_UP; index++) await call();
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  requests = 0;
  for (let index = 0; index < CALLS; index++) await call();
  const bytes = Math.round((process.memoryUsage().heapUsed - before) / CALLS);
  const sent = requests / CALLS;
  let promises = 0;
  const hook = createHook({ init: (_id, type) => void (type === "PROMISE" && promises++) }).enable();
  await call();
  hook.disable();
  return { bytes, promises, requests: sent };
}

const client = createClient(provider, { auth: { key: "made-up" }, fetch });
const counts = {
  read: await countsOf(() => read(client, { id: "1" })),
  replace: await countsOf(() => replace(client, { id: "1", name: "n", token: "example-secret" })),
};
console.log(JSON.stringify(counts));
