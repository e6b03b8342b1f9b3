/** Sends requests with a dispatcher of undici, on Node. Needs `undici`, which is an optional peer. */

export type { AnyDispatcher, ExchangeHandler } from "./undici/any-dispatcher.ts";
export { undiciFetch } from "./undici/undici-fetch.ts";
