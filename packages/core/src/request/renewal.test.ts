import { describe, expect, it, vi } from "vitest";
import { type CredentialRequest, shareRenewals } from "./renewal.ts";

const { signal } = new AbortController();
/** A promise, and what settles it. */
function later<T>() {
  let settle: { resolve: (value: T) => void; reject: (reason: unknown) => void } = {
    resolve: () => {},
    reject: () => {},
  };
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
}

describe("shareRenewals", () => {
  it("asks once for all who are rejected while it asks, and for who was sent before it ended", async () => {
    const answer = later<string>();
    const ask = vi.fn<(request: CredentialRequest) => unknown>(() => answer.promise);
    const { renew, count } = shareRenewals(ask);
    const sentAt = count();
    const shared = [renew(sentAt, signal), renew(sentAt, signal), renew(count(), signal)];
    answer.resolve("new");
    expect(await Promise.all([...shared, Promise.all(shared).then(() => renew(sentAt, signal))])).toEqual(
      Array(4).fill("new"),
    );
    expect(ask.mock.calls).toEqual([[{ reason: "rejected", signal }]]);
  });

  it("asks again where what it gave is rejected in turn", async () => {
    const ask = vi.fn().mockReturnValueOnce("second").mockReturnValueOnce("third");
    const { renew, count } = shareRenewals(ask);
    expect(await renew(count(), signal)).toBe("second");
    expect(await renew(count(), signal)).toBe("third");
  });

  it("fails for all who share it, and asks anew for the next", async () => {
    const ask = vi
      .fn()
      .mockImplementationOnce(() => {
        throw new Error("sealed");
      })
      .mockReturnValue("new");
    const { renew, count } = shareRenewals(ask);
    const results = await Promise.allSettled([renew(0, signal), renew(0, signal)]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await renew(count(), signal)).toBe("new");
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it("does not fail for the others where the one who asked has left", async () => {
    const controller = new AbortController();
    const ask = vi.fn(({ signal: given }: CredentialRequest) =>
      given === signal
        ? "new"
        : new Promise((_, reject) => given.addEventListener("abort", () => reject(given.reason))),
    );
    const { renew } = shareRenewals(ask);
    const left = renew(0, controller.signal);
    const [stays, too] = [renew(0, signal), renew(0, signal)];
    controller.abort("gone");
    await expect(left).rejects.toBe("gone");
    expect([await stays, await too]).toEqual(["new", "new"]);
    expect(ask).toHaveBeenCalledTimes(2);
  });
});
