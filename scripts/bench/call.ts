import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createClient, defineOperation, type Provider } from "@git-tokens/core";
import createFetchClient from "openapi-fetch";

/**
 * What a call costs over a bare `fetch` of the same request, with openapi-fetch beside it. All take turns in rounds on the
 * same keep-alive connections to a server in another process; a figure is the median over rounds of the ratio within a
 * round, so that a machine whose speed drifts does not matter.
 */
const ROUNDS = 600;
const CALLS = 20;

const server = fork(fileURLToPath(new URL("server.ts", import.meta.url)));
const [port] = await once(server, "message");
const baseUrl = `http://127.0.0.1:${port}`;

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
const client = createClient(provider, { baseUrl, auth: { key: "benchmark" } });
const plain = createFetchClient<Record<string, Record<string, object>>>({
  baseUrl,
  headers: { authorization: "Token benchmark" },
});

const headers = { accept: "application/json", "content-type": "application/json", authorization: "Token benchmark" };
const ways: Record<string, () => Promise<unknown>> = {
  "bare fetch": async () => {
    const response = await fetch(`${baseUrl}/things/${encodeURIComponent(id)}`, {
      method: "PUT",
      headers,
      body: JSON.stringify(fields),
    });
    return response.json();
  },
  "openapi-fetch": () => Reflect.apply(plain.PUT, plain, ["/things/{id}", { params: { path: { id } }, body: fields }]),
  "git-tokens": () => edit(client, input),
};

async function perCall(way: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  for (let call = 0; call < CALLS; call++) await way();
  return ((performance.now() - began) * 1000) / CALLS;
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

const shuffled = <T>(items: readonly T[]): readonly T[] =>
  items
    .map((item) => [Math.random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

const names = Object.keys(ways);
const times: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
for (let round = -20; round < ROUNDS; round++) {
  // A new order each round, so that nobody always pays for the garbage of the same neighbour.
  for (const name of shuffled(names)) {
    const time = await perCall(ways[name] ?? (() => Promise.resolve()));
    if (round >= 0) times[name]?.push(time);
  }
}
server.disconnect();

const bare = times["bare fetch"] ?? [];
console.log(`${ROUNDS} rounds of ${CALLS} calls each, Node ${process.versions.node}`);
for (const name of names) {
  const own = times[name] ?? [];
  const ratio = median(own.map((time, round) => time / (bare[round] ?? Number.NaN)));
  console.log(`${name.padEnd(14)} ${median(own).toFixed(1).padStart(7)} µs  ${ratio.toFixed(3)}x`);
}
