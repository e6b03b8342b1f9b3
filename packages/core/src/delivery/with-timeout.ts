/** The longest time a timer can hold, in milliseconds. */
export const LONGEST: number = 2 ** 31 - 1;

/**
 * Runs work until it settles, the time is up, or the caller aborts, whichever comes first; work that ignores its signal
 * is not waited for. Gives undefined where the time is up, and rejects with the caller's reason; the signal of the work has
 * a `TimeoutError` or that reason. Leaves no timer and no listener behind.
 */
export async function withTimeout<T>(
  milliseconds: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  outer?.throwIfAborted();
  const controller = new AbortController();
  let stop = (): void => {};
  const over = new Promise<undefined>((resolve, reject) => {
    const onTime = (): void => {
      resolve(undefined);
      controller.abort(new DOMException("the time is up", "TimeoutError"));
    };
    const onAbort = (): void => {
      reject(outer?.reason);
      controller.abort(outer?.reason);
    };
    const timer = setTimeout(onTime, Math.min(Math.max(milliseconds, 0), LONGEST));
    outer?.addEventListener("abort", onAbort);
    stop = () => {
      clearTimeout(timer);
      outer?.removeEventListener("abort", onAbort);
    };
  });
  try {
    return await Promise.race([over, work(controller.signal)]);
  } finally {
    stop();
  }
}

/** Ends after so many milliseconds, or rejects with the caller's reason. */
export const sleep = (milliseconds: number, outer: AbortSignal | undefined): Promise<undefined> =>
  withTimeout(milliseconds, outer, () => new Promise<undefined>(() => {}));
