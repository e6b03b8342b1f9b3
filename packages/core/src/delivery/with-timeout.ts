/** What {@link withTimeout} rejects with when the time is up. */
export const EXPIRED: unique symbol = Symbol("expired");

/** The longest time a timer can hold, in milliseconds. */
export const LONGEST: number = 2 ** 31 - 1;

/**
 * Runs work until it settles, the time is up, or the caller aborts, whichever comes first; work that ignores its signal
 * is not waited for. Rejects with {@link EXPIRED} or the caller's reason; the signal of the work has a `TimeoutError` or
 * that reason. Leaves no timer and no listener behind.
 */
export function withTimeout<T>(
  milliseconds: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (outer?.aborted) return Promise.reject(outer.reason);
  return new Promise<T>((resolve, reject) => {
    const controller = new AbortController();
    const settling =
      <V>(settle: (value: V) => void) =>
      (value: V): void => {
        clearTimeout(timer);
        outer?.removeEventListener("abort", onAbort);
        settle(value);
      };
    const stop = settling((reason: unknown) => {
      reject(reason);
      controller.abort(reason === EXPIRED ? new DOMException("the time is up", "TimeoutError") : reason);
    });
    const onAbort = (): void => stop(outer?.reason);
    const timer = setTimeout(stop, Math.min(Math.max(milliseconds, 0), LONGEST), EXPIRED);
    outer?.addEventListener("abort", onAbort);
    work(controller.signal).then(settling(resolve), settling(reject));
  });
}

/** Ends after so many milliseconds, or rejects with the caller's reason. */
export const sleep = (milliseconds: number, outer: AbortSignal | undefined): Promise<void> =>
  withTimeout<void>(milliseconds, outer, () => new Promise(() => {})).catch((reason: unknown) => {
    if (reason !== EXPIRED) throw reason;
  });
