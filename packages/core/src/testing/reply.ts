/** The key of what makes a reply's response. Registered, so that two copies of this package agree on it. */
export const respond: unique symbol = Symbol.for("@git-tokens/core/testing/respond");

/** A response other than a success: a status that says no, or a response that is lost. */
export interface Reply<Means> {
  readonly [respond]: {
    /** Rejects as a `fetch` does where no response comes. What it throws instead is a mistake of the test. */
    (signal: AbortSignal | null | undefined): Response | Promise<Response>;
    /** Never there at run time: it carries a type. */
    readonly means?: Means;
  };
}

/** By type, a reply that any operation may get. */
export type Anywhere = "anywhere";

const reply = <Means>(response: Reply<Means>[typeof respond]): Reply<Means> => ({ [respond]: response });

/**
 * A status that the operation documents, with its body: `status(404)`, `status(400, { key: "wrong-name" })`.
 *
 * A string is sent as it is, anything else as JSON. A header such as `{ "retry-after": "1" }` really is waited for.
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
 * A status that the operation does not document, as a gateway may send it: `undocumented(502, "<h1>Bad gateway</h1>")`.
 * Apart from its type, it is what {@link status} gives.
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

/** What a runtime reports where no response came, in the words of Node. */
const failedFetch = async (code: string, syscall: string): Promise<never> => {
  throw new TypeError("fetch failed", { cause: Object.assign(new Error(`${syscall} ${code}`), { code, syscall }) });
};

/** The ways in which a response does not arrive. */
export interface Lost {
  /** The request never left, because nobody listens: a `ConnectionError`, outcome `not-sent`. */
  readonly refused: Reply<Anywhere>;
  /** The connection broke before a response, and the request may have taken effect: a `ConnectionError`, `unknown`. */
  readonly reset: Reply<Anywhere>;
  /** No response until `timeout` is up or the caller aborts: a `TimeoutError`, outcome `unknown`. */
  readonly silence: Reply<Anywhere>;
  /** Status 200 with the page of a proxy, so that nobody knows who answered: a `ResponseError`, outcome `unknown`. */
  readonly page: Reply<Anywhere>;
  /** Status 200 whose JSON breaks off: it took effect, and what it said is lost. A `ResponseError`, `committed`. */
  readonly cut: Reply<Anywhere>;
}

/**
 * A response that does not arrive: `lost.reset`. The delivery above it is the real one, so which error comes of it, its
 * outcome, and whether the request is repeated, are what they will be with the service.
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
