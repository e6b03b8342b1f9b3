/**
 * A body that can be sent once. undici sends one of bytes again by itself, over HTTP/2 or by an interceptor, but none that has
 * been used. One of no bytes protects a request without a body in the same way.
 */
export class SentOnce {
  readonly #bytes: Uint8Array | undefined;
  #isUsed = false;

  constructor(bytes: Uint8Array | undefined) {
    this.#bytes = bytes;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    if (this.#isUsed) throw new Error("the request was sent before");
    this.#isUsed = true;
    if (this.#bytes?.length) yield this.#bytes;
  }
}
