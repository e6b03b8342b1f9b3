/**
 * The lines of a body as they arrive, without their ends. Stopping early lets go of the connection. Throws what breaks the
 * body off, the reason of an abort, and a `RangeError` for a line of more than `limit` characters.
 */
export async function* linesOf(
  { body }: Response,
  limit: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<string, void, undefined> {
  if (!body) return;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const stop = (): Promise<void> => reader.cancel().catch(() => {});
  signal?.addEventListener("abort", stop);
  let rest = "";
  try {
    for (;;) {
      const { value, done } = await reader.read();
      signal?.throwIfAborted();
      rest += decoder.decode(value, { stream: !done });
      // A return at the end may be the first half of a line end.
      const lines = rest.split(done ? /\r\n|\n|\r/ : /\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? "";
      if (rest.length > limit) throw new RangeError(`a line of the response is longer than ${limit} characters`);
      yield* lines;
      if (done) break;
    }
    if (rest) yield rest;
  } finally {
    signal?.removeEventListener("abort", stop);
    stop();
  }
}
