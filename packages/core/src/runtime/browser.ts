/** What is known of browsers, which hide why there was no answer. A bundle for them has this in place of `server.ts`. */
import { notConnected } from "../delivery/not-connected.ts";
import type { InitFacts, Verdict } from "./verdict.ts";

export const failedFetch = (cause: unknown, _time: number): Verdict => ({
  evidence: "unknown",
  failure: notConnected(`no answer (${Object(cause).message}); check baseUrl, the network and CORS`, cause),
});

export const initFor = (_: InitFacts): object => ({});

export const proxyFault = (_: string): string | undefined => undefined;

/** A browser sends its own. */
export const userAgent = (_provider: string, _app: string | undefined): Readonly<Record<string, string>> => ({});
