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

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array, undefined> {
    if (this.#isUsed) throw new Error("the request was sent before");
    this.#isUsed = true;
    let left = this.#bytes?.length ? this.#bytes : undefined;
    return {
      // Not a generator, which makes twice as many promises.
      next: () => {
        const value = left;
        left = undefined;
        return Promise.resolve(value ? { value } : { value, done: true });
      },
    };
  }
}
