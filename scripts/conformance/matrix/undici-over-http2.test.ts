import { directFetch } from "@git-tokens/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FaultServer, startFaultServer } from "../server/fault-server.ts";
import type { Fetch } from "../server/route-fetch.ts";
import { undiciPackage } from "../server/undici-package.ts";
import { type WireSenders, wireSenders } from "../server/wire-senders.ts";
import { caseOperations } from "./case-operation.ts";
import { play } from "./play.ts";

/**
 * The package undici, from version 8 on, sends a request without a body again by itself over HTTP/2. On Node 26, whose own
 * undici does so too, the client prevents it. Over a package it cannot see the version, so that its user has to.
 */

let server: FaultServer;

beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

/** The defence that SECURITY.md gives: a body of no bytes keeps undici from sending again. A GET must have none. */
const withBody =
  (send: Fetch): Fetch =>
  (url, init) =>
    send(url, { ...init, body: init.body ?? (/POST|PUT|DELETE/.test(init.method ?? "") ? new Uint8Array() : null) });

async function arrivalsOf(name: string, fault: string, change: (send: Fetch) => Fetch): Promise<number> {
  const operation = caseOperations().find(({ definition }) => definition.name === name);
  if (operation === undefined) throw new Error(`there is no operation "${name}"`);
  const own = wireSenders("h2", server.origins, undiciPackage);
  const senders: WireSenders = { ...own, send: directFetch(change(own.send ?? fetch)) };
  const played = await play(server, { operation, faults: [fault], wire: "h2", options: { retry: false }, senders });
  await own.close();
  expect(played.observed.end).toMatchObject({ kind: name === "read" ? "success" : expect.any(String) });
  return played.serverLog().arrivals.length;
}

describe.each(["h2-refused-stream-untrue", "h2-goaway-unprocessed-untrue"])("the package undici under %s", (fault) => {
  it.each(["issue", "rotate", "delete"])("sends a request without a body again: %s", async (name) => {
    expect(await arrivalsOf(name, fault, (send) => send)).toBe(2);
  });

  it.each(["issue", "rotate", "delete"])("does not if the request has a body of no bytes: %s", async (name) => {
    expect(await arrivalsOf(name, fault, withBody)).toBe(1);
  });

  it.each(["create", "replace"])("does not if the request has a body: %s", async (name) => {
    expect(await arrivalsOf(name, fault, (send) => send)).toBe(1);
  });
});
