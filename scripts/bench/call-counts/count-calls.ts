import { createHook } from "node:async_hooks";
import { createClient, defineOperation, type Provider } from "@git-tokens/core";
import { type AnyDispatcher, undiciFetch } from "@git-tokens/core/undici";

/** What a call costs that succeeds at once, on any machine with the same Node. */
export interface Counts {
  /** Bytes that are allocated, without those of a `fetch`. */
  readonly bytes: number;
  readonly promises: number;
  readonly requests: number;
}

const WARM_UP = 3_000;
const CALLS = 1_000;
/** Fewer of them, so that no garbage is collected on the way. */
const LARGE_CALLS = 200;

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

const list = defineOperation<"counts", object, object, object>({
  name: "listThings",
  method: "GET",
  path: "/things",
  effect: "read",
});

let requests = 0;
const headers = new Headers({ "content-type": "application/json" });
const small = [new TextEncoder().encode('{"id":"1"}')];
/** A text of 64 kB, in parts of 1 kB. */
const large = Array.from({ length: 64 }, (_, index) => {
  const part = new Uint8Array(1024).fill("a".charCodeAt(0));
  if (index === 0) part.set(new TextEncoder().encode('{"id":"'));
  if (index === 63) part.set(new TextEncoder().encode('"}'), 1022);
  return part;
});

/** Responds at once and costs next to nothing, so that what is counted is the work of the client. */
async function fetch(url: string): Promise<Response> {
  requests++;
  const chunks = url.endsWith("/things") ? large : small;
  let isRead = 0;
  const reader = { read: async () => ({ value: chunks[isRead++] }) };
  const facts = { ok: true, status: 200, statusText: "", redirected: false, url: "", headers };
  return { ...facts, body: { getReader: () => reader } } as unknown as Response;
}

const connection = { aborted: false, paused: false, reason: null, abort: () => {}, pause: () => {}, resume: () => {} };
const [answer = new Uint8Array()] = small;
const bytes = Buffer.from(answer);

/** Responds at once, as `fetch` above does. */
const dispatcher: AnyDispatcher = {
  dispatch: (_, handler) => {
    requests++;
    handler.onRequestStart?.(connection, {});
    handler.onResponseStart?.(connection, 200, { "content-type": "application/json" }, "OK");
    handler.onResponseData?.(connection, bytes);
    handler.onResponseEnd?.(connection, {});
    return true;
  },
};

async function countsOf(call: () => Promise<unknown>, calls = CALLS): Promise<Counts> {
  for (let index = 0; index < WARM_UP; index++) await call();
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  requests = 0;
  for (let index = 0; index < calls; index++) await call();
  const bytes = Math.round((process.memoryUsage().heapUsed - before) / calls);
  const sent = requests / calls;
  let promises = 0;
  const hook = createHook({ init: (_id, type) => void (type === "PROMISE" && promises++) }).enable();
  await call();
  hook.disable();
  return { bytes, promises, requests: sent };
}

const client = createClient(provider, { auth: { key: "made-up" }, fetch });
const direct = createClient(provider, { auth: { key: "made-up" }, fetch: undiciFetch(dispatcher) });
const counts = {
  read: await countsOf(() => read(client, { id: "1" })),
  replace: await countsOf(() => replace(client, { id: "1", name: "n", token: "example-secret" })),
  large: await countsOf(() => list(client, {}), LARGE_CALLS),
  undici: await countsOf(() => replace(direct, { id: "1", name: "n", token: "example-secret" })),
};
console.log(JSON.stringify(counts));
