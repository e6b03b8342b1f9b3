import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { FaultKind } from "./scenarios.ts";

/** What the server did since its faults were set. */
export interface Seen {
  readonly requests: number;
  /** How often each call took effect, by the id in its body; a read has none. */
  readonly effects: ReadonlyMap<string, number>;
}

/**
 * A server that fails a part of the requests: with a 503, or by resetting the connection. Every second failure strikes after
 * the request took effect, the others before. Which requests fail follows from their number alone, so that every client
 * meets the same.
 */
export async function startFaultyServer() {
  let fault: FaultKind = "503";
  let rate = 0;
  let requests = 0;
  let failed = 0;
  let effects = new Map<string, number>();
  const server = createServer({ keepAliveTimeout: 60_000 }, async (request, response) => {
    const body = await text(request).catch(() => "");
    requests++;
    const fails = isStruck(requests, rate);
    if (fails) failed++;
    const { id }: { readonly id?: string } = body ? JSON.parse(body) : {};
    const acts = !fails || failed % 2 === 0;
    if (id !== undefined && acts) effects.set(id, (effects.get(id) ?? 0) + 1);
    if (fails && fault === "reset") return void request.socket.resetAndDestroy();
    response.setHeader("content-type", "application/json");
    response.writeHead(fails ? 503 : 200).end('{"id":"1"}');
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Begins anew with other faults. */
    set: (kind: FaultKind, part: number): void => {
      [fault, rate, requests, failed, effects] = [kind, part, 0, 0, new Map()];
    },
    seen: (): Seen => ({ requests, effects }),
    close: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Whether the n-th request fails: as many as the rate says, spread like dice, and the same in every run. */
function isStruck(number: number, rate: number): boolean {
  // A step of a generator of pseudo-random numbers (mulberry32).
  let mixed = Math.imul((number * 0x6d2b79f5) ^ ((number * 0x6d2b79f5) >>> 15), 1 | number);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32 < rate;
}
