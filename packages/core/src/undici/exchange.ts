import type { Dispatcher } from "undici";
import { type TellingInit, telling } from "../delivery/telling-fetch.ts";
import type { ExchangeHandler } from "./any-dispatcher.ts";
import { ReceivedBody } from "./received-body.ts";
import type { ParsedHeaders } from "./received-headers.ts";
import { ReceivedResponse } from "./received-response.ts";

/** A request, and who waits for its response. */
interface Asked {
  readonly url: string;
  readonly init: TellingInit;
  readonly resolve: (response: Response) => void;
  readonly reject: (reason: unknown) => void;
}

/** One request on its way, and its response, as a dispatcher tells of them. */
export class Exchange implements ExchangeHandler {
  readonly #asked: Asked;
  /** The connection that has taken the request. */
  #connection: Dispatcher.DispatchController | undefined;
  #body: ReceivedBody | undefined;
  #isOver = false;

  constructor(asked: Asked) {
    this.#asked = asked;
    asked.init.signal?.addEventListener("abort", this.#abort);
  }

  /** A connection is about to send the request. */
  onRequestStart(connection: Dispatcher.DispatchController): void {
    if (this.#connection) this.#fail(new Error("the dispatcher would send the request again"));
    if (this.#isOver) connection.abort(new Error("the request is over"));
    else {
      this.#connection = connection;
      this.#asked.init[telling]?.();
    }
  }

  onResponseStart(
    connection: Dispatcher.DispatchController,
    status: number,
    headers: ParsedHeaders,
    statusText = "",
  ): void {
    if (status < 200 || this.#isOver) return;
    const { url, init, resolve } = this.#asked;
    const isEmpty = init.method === "HEAD" || [204, 205, 304].includes(status);
    if (!isEmpty) this.#body = new ReceivedBody(connection, () => this.#leave(connection));
    resolve(new ReceivedResponse({ url, status, statusText, headers, body: this.#body }));
  }

  #leave(connection: Dispatcher.DispatchController): void {
    if (this.#end()) connection.abort(new Error("the response is not read to its end"));
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer<ArrayBuffer>): void {
    // A connection that resumes may give a chunk of nothing at once, and would do so again each time that it is read.
    if (!this.#isOver && chunk.length) this.#body?.add(chunk);
  }

  onResponseEnd(): void {
    if (this.#end()) this.#body?.close();
  }

  onResponseError(connection: Dispatcher.DispatchController | null | undefined, error: Error): void {
    this.#fail(error);
    // A proxy that asks for a credential still sends the rest of its response.
    connection?.abort(error);
  }

  readonly #abort = (): void => {
    const reason: unknown = this.#asked.init.signal?.reason;
    this.#fail(reason);
    this.#connection?.abort(reason instanceof Error ? reason : new Error("aborted"));
  };

  #fail(reason: unknown): void {
    if (!this.#end()) return;
    this.#body?.fail(reason);
    this.#asked.reject(reason);
  }

  /** Whether it was not over yet. */
  #end(): boolean {
    if (this.#isOver) return false;
    this.#isOver = true;
    this.#asked.init.signal?.removeEventListener("abort", this.#abort);
    return true;
  }
}
