import { afterAll, beforeAll, expect, it } from "vitest";
import { startFaultyServer } from "./faulty-server.ts";

const CALLS = 1_000;
let server: Awaited<ReturnType<typeof startFaultyServer>>;

beforeAll(async () => {
  server = await startFaultyServer();
});
afterAll(() => server.close());

/** Makes calls one after the other; gives the numbers of those that failed. */
async function failing(): Promise<readonly number[]> {
  const failed: number[] = [];
  for (let number = 1; number <= CALLS; number++) {
    const sent = fetch(server.baseUrl, { method: "POST", body: JSON.stringify({ id: String(number) }) });
    const isAnswered = await sent.then(
      async (response) => {
        await response.text();
        return response.ok;
      },
      () => false,
    );
    if (!isAnswered) failed.push(number);
  }
  return failed;
}

it.each(["503", "reset"] as const)(
  "fails a tenth of the requests by %s, half of them after the effect",
  async (kind) => {
    server.set(kind, 0.1);
    const failed = await failing();
    expect(failed.length).toBeGreaterThan(CALLS * 0.07);
    expect(failed.length).toBeLessThan(CALLS * 0.13);
    const { requests, effects } = server.seen();
    expect(requests).toBe(CALLS);
    expect(effects.size).toBe(CALLS - Math.ceil(failed.length / 2));
    expect(Math.max(...effects.values())).toBe(1);
  },
);

it("fails the same requests each time, and none where it is told so", async () => {
  server.set("503", 0.1);
  const once = await failing();
  server.set("503", 0.1);
  expect(await failing()).toEqual(once);
  server.set("503", 0);
  expect(await failing()).toEqual([]);
});
