import type { Dispatcher } from "undici";

/** What is told of a request on its way. */
export type ExchangeHandler = Pick<
  Dispatcher.DispatchHandler,
  "onRequestStart" | "onResponseStart" | "onResponseData" | "onResponseEnd" | "onResponseError"
>;

/** A dispatcher of any undici that knows this handler: their other types differ from version to version. */
export interface AnyDispatcher {
  /** Sends one request. What it returns is not used. */
  dispatch(options: Dispatcher.DispatchOptions, handler: ExchangeHandler): boolean;
}
