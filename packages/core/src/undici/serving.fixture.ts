import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach } from "vitest";
import { type ClientOptions, createClient } from "../client.ts";
import type { ClientEvent } from "../delivery/events.ts";
import { defineOperation } from "../operation.ts";

/** What a server was sent. */
export interface Arrival {
  readonly request: IncomingMessage;
  readonly body: string;
}

export type Answer = (response: ServerResponse, arrival: Arrival, index: number) => unknown;

const closing: (() => unknown)[] = [];

/** Closes something after the test. */
export const after = (close: () => unknown): void => void closing.push(close);

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A server on this machine, and what it was sent. */
export async function serving(answer: Answer): Promise<{ readonly baseUrl: string; readonly arrivals: Arrival[] }> {
  const arrivals: Arrival[] = [];
  const server = createServer(async (request, response) => {
    const arrival = { request, body: await text(request).catch(() => "") };
    arrivals.push(arrival);
    await answer(response, arrival, arrivals.length);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, arrivals };
}

/** Answers with a thing. */
export const thing = (response: ServerResponse): unknown =>
  response.setHeader("content-type", "application/json").end('{"id":"1"}');

const provider = { name: "things", auth: { key: { header: "x-key", prefix: "" } }, secrets: ["token"] } as const;
const facts = { name: "call", path: "/things", body: "optional" } as const;

/** One operation of each kind that matters here. */
export const OPERATIONS = {
  read: defineOperation<"things", object, object, object>({ ...facts, method: "GET", effect: "read" }),
  create: defineOperation<"things", { name?: string }, object, object>({ ...facts, method: "POST", effect: "create" }),
  rotate: defineOperation<"things", object, object, object>({ ...facts, method: "PUT", effect: "rotate" }),
  remove: defineOperation<"things", object, object, object>({
    ...facts,
    method: "DELETE",
    effect: "delete",
    answer: ["empty"],
  }),
};

/** Makes a call, and gives how it ended: its data or its error, and its events. */
export async function ended(
  operation: keyof typeof OPERATIONS,
  options: Partial<ClientOptions>,
  call: { readonly signal?: AbortSignal } = {},
) {
  const events: ClientEvent[] = [];
  const client = createClient(provider, {
    auth: { key: "made-up-key" },
    retry: false,
    onEvent: (event) => events.push(event),
    ...options,
  });
  const input = operation === "create" ? { name: "n" } : {};
  const end: unknown = await OPERATIONS[operation](client, input, call).catch((error: unknown) => error);
  const outcome = events.flatMap((event) => (event.type === "outcome" ? [event.outcome] : []));
  return { end, outcome: outcome.join() };
}
