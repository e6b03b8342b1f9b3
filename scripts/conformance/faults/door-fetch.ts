import type { DoorName, Places } from "./script.ts";

/** Sends one request in place of the runtime's `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The path that the stale door answers, so that a connection to it is kept alive. */
export const WARM_UP = "/warm-up";

/**
 * A fetch that sends the n-th request to the n-th door, where there is one, and all others where they belong. What a
 * door does happens on a real connection: only the address is another.
 *
 * @param toDoor Sends to a door; the runtime's own `fetch` unless a runtime needs more to make the door's fault come
 * about in good time.
 */
export function doorFetch(
  doors: readonly (DoorName | null | undefined)[],
  { server, doors: origins }: Places,
  toDoor: Fetch = (url, init) => fetch(url, init),
): Fetch {
  let count = 0;
  return async (url, init) => {
    const door = doors[count];
    count += 1;
    if (!door) return fetch(url, init);
    if (door === "stale") {
      const warm = await fetch(origins.stale + WARM_UP);
      await warm.arrayBuffer();
    }
    return toDoor(url.replace(server, origins[door]), init);
  };
}
