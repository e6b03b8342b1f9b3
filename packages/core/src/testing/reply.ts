/** The key of what makes a reply's response. Registered, so that two copies of this package agree on it. */
export const respond: unique symbol = Symbol.for("@git-tokens/core/testing/respond");

/** A response other than a success: an error status, or a lost response. */
export interface Reply<Means> {
  readonly [respond]: {
    /** Rejects like a `fetch` without a response. If it throws instead, that is a mistake in the test. */
    (signal: AbortSignal | null | undefined): Response | Promise<Response>;
    /** Does not exist at run time; it only has a type. */
    readonly means?: Means;
  };
}

/** A type for a reply to any operation. */
export type Anywhere = "anywhere";

const reply = <Means>(response: Reply<Means>[typeof respond]): Reply<Means> => ({ [respond]: response });

/**
 * A status that the operation documents, with its body: `status(404)`, `status(400, { key: "wrong-name" })`.
 *
 * A string is sent unchanged, everything else as JSON. The client really waits for a header such as `{ "retry-after": "1" }`.
 *
 * @throws {RangeError} if HTTP has no such status.
 */
export function status<Status extends number, Body = undefined>(
  code: Status,
  body?: Body,
  headers?: Readonly<Record<string, string>>,
): Reply<{ readonly [Code in Status]: Body }> {
  return replyWith(code, body, headers);
}

/**
 * A status that the operation does not document, such as that of a gateway: `undocumented(502, "<h1>Bad gateway</h1>")`.
 * Apart from its type, it is the same as {@link status}.
 *
 * @throws {RangeError} if HTTP has no such status.
 */
export function undocumented(
  code: number,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
): Reply<Anywhere> {
  return replyWith(code, body, headers);
}

function replyWith<Means>(
  code: number,
  body: unknown,
  headers: Readonly<Record<string, string>> | undefined,
): Reply<Means> {
  if (!(code >= 200 && code <= 599)) throw new RangeError(`a response cannot have the status ${code}: 200 to 599 can`);
  const raw = body === undefined || typeof body === "string";
  const init = { status: code, ...(headers && { headers }) };
  return reply(() => (raw ? new Response(body ?? null, init) : Response.json(body, init)));
}

/** The error of a runtime for a missing response, in the words of Node. */
const failedFetch = async (code: string, syscall: string): Promise<never> => {
  throw new TypeError("fetch failed", { cause: Object.assign(new Error(`${syscall} ${code}`), { code, syscall }) });
};

/** The ways in which a response does not arrive. */
export interface Lost {
  /** The request is never sent, because nothing listens: a `ConnectionError`, outcome `not-sent`. */
  readonly refused: Reply<Anywhere>;
  /** The connection breaks before a response; the request may have taken effect: a `ConnectionError`, `unknown`. */
  readonly reset: Reply<Anywhere>;
  /** No response until `timeout` runs out or the caller aborts: a `TimeoutError`, outcome `unknown`. */
  readonly silence: Reply<Anywhere>;
  /** Status 200 with the HTML page of a proxy, so the server may not have responded: a `ResponseError`, outcome `unknown`. */
  readonly page: Reply<Anywhere>;
  /** Status 200 whose JSON breaks off: the request took effect, but its response is lost. A `ResponseError`, `committed`. */
  readonly cut: Reply<Anywhere>;
}

/**
 * A response that does not arrive: `lost.reset`. The delivery is the real one, so the error, its outcome and the retries are
 * those of the service.
 */
export const lost: Lost = {
  refused: reply(() => failedFetch("ECONNREFUSED", "connect")),
  reset: reply(() => failedFetch("ECONNRESET", "read")),
  silence: reply(
    (signal) =>
      new Promise((_, reject) => {
        const stop = (): void => reject(signal?.reason);
        if (signal?.aborted) stop();
        signal?.addEventListener("abort", stop, { once: true });
      }),
  ),
  page: reply(() => new Response("<title>Sign in</title>", { headers: { "content-type": "text/html" } })),
  cut: reply(() => {
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode("{")),
      pull: (controller) => controller.error(new TypeError("terminated")),
    });
    return new Response(body, { headers: { "content-type": "application/json" } });
  }),
};
