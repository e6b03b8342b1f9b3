/** The facts about browsers, which hide why a request failed. A bundle for browsers has this instead of `server.ts`. */
import { notConnected } from "../delivery/not-connected.ts";
import type { InitFacts, Verdict } from "./verdict.ts";

export const failedFetch = (cause: unknown, _time: number): Verdict => ({
  evidence: "unknown",
  failure: notConnected(`no response (${Object(cause).message}); check baseUrl, the network and CORS`, cause),
});

export const initFor = (_: InitFacts): object => ({});

export const checkProxy = (_option: string, _address: string, _options: object): void => {};

/** A browser sends its own. */
export const userAgent = (_provider: string, _app: string | undefined): Readonly<Record<string, string>> => ({});
