/** The longest time a timer can hold, in milliseconds. */
export const LONGEST: number = 2 ** 31 - 1;

/**
 * Runs work until it settles, the time is up, or the caller aborts, whichever comes first; work that ignores its signal
 * is not waited for. Gives what `late` gives where the time is up, and rejects with the caller's reason; the signal of the
 * work has a `TimeoutError` or that reason. Leaves no timer and no listener behind.
 */
export const withTimeout = <T>(
  milliseconds: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
  late: () => T,
): Promise<T> =>
  // Every call comes through here, and a race of promises costs more than this.
  new Promise((resolve, reject) => {
    outer?.throwIfAborted();
    const controller = new AbortController();
    const end = <V>(settle: (value: V) => void, value: V): void => {
      clearTimeout(timer);
      outer?.removeEventListener("abort", onAbort);
      settle(value);
    };
    const onAbort = (): void => {
      end(reject, outer?.reason);
      controller.abort(outer?.reason);
    };
    const onTime = (): void => {
      end(resolve, late());
      controller.abort(new DOMException("the time is up", "TimeoutError"));
    };
    const timer = setTimeout(onTime, Math.min(Math.max(milliseconds, 0), LONGEST));
    outer?.addEventListener("abort", onAbort);
    work(controller.signal).then(
      (value) => end(resolve, value),
      (thrown) => end(reject, thrown),
    );
  });

/** Ends after so many milliseconds, or rejects with the caller's reason. */
export const sleep = (milliseconds: number, outer: AbortSignal | undefined): Promise<void> =>
  withTimeout(
    milliseconds,
    outer,
    () => new Promise<void>(() => {}),
    () => {},
  );
