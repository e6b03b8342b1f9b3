import { describe, expect, it, vi } from "vitest";
import { sleep, withTimeout } from "./with-timeout.ts";

const forever = (): Promise<never> => new Promise(() => {});
const late = (): string => "late";
const thrown = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => "nothing",
    (reason: unknown) => reason,
  );

describe("withTimeout", () => {
  it("gives what the work gives, and throws what it throws", async () => {
    expect(await withTimeout<unknown>(1_000, undefined, async () => 42, late)).toBe(42);
    expect(await thrown(withTimeout(1_000, undefined, async () => Promise.reject("no"), late))).toBe("no");
  });

  it("does not wait for work that ignores its signal when the time is up", async () => {
    let seen: AbortSignal | undefined;
    const work = (signal: AbortSignal): Promise<never> => {
      seen = signal;
      return forever();
    };
    expect(await withTimeout(5, undefined, work, late)).toBe("late");
    expect(seen?.aborted).toBe(true);
  });

  it("rejects with the caller's reason at once, whatever it is", async () => {
    const controller = new AbortController();
    const reason = { any: "thing" };
    const call = thrown(withTimeout(60_000, controller.signal, forever, late));
    controller.abort(reason);
    expect(await call).toBe(reason);
  });

  it("does not start work for a caller who has left", async () => {
    const work = vi.fn(forever);
    expect(await thrown(withTimeout<unknown>(60_000, AbortSignal.abort("gone"), work, late))).toBe("gone");
    expect(work).not.toHaveBeenCalled();
  });

  it("leaves no listener and no timer behind", async () => {
    vi.useFakeTimers();
    const controller = new AbortController();
    const added = vi.spyOn(controller.signal, "addEventListener");
    const removed = vi.spyOn(controller.signal, "removeEventListener");
    await withTimeout(60_000, controller.signal, async () => "done", late);
    expect([added.mock.calls.length, removed.mock.calls.length, vi.getTimerCount()]).toEqual([1, 1, 0]);
    vi.useRealTimers();
  });

  it("waits no shorter for a time no timer can hold", async () => {
    const call = withTimeout(
      Infinity,
      undefined,
      () => new Promise((resolve) => setTimeout(resolve, 20, "done")),
      late,
    );
    expect(await call).toBe("done");
  });
});

describe("sleep", () => {
  it("ends by itself, or with the caller's reason", async () => {
    await expect(sleep(1, undefined)).resolves.toBeUndefined();
    expect(await thrown(sleep(60_000, AbortSignal.abort("gone")))).toBe("gone");
  });
});

it("takes a time that is past already, on a machine that was busy, for none", async () => {
  const timer = vi.spyOn(globalThis, "setTimeout");
  await expect(withTimeout(-5, undefined, forever, late)).resolves.toBe("late");
  // Node warns of a negative time, in the process of whoever uses the client.
  expect(timer.mock.calls.map(([, time]) => time)).toEqual([0]);
  timer.mockRestore();
});
