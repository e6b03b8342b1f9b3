import type { Wire } from "../../server/wire.ts";
import type { Case, ExpectedError } from "../case.ts";
import { failure, success } from "../expect.ts";
import type { OperationName } from "../setup.ts";

const TUNNELS = ["h1-tunnel", "h2-tunnel"] as const satisfies readonly Wire[];
const PROXIED = [...TUNNELS, "h1-forward"] as const satisfies readonly Wire[];
const ONCE = ["create", "issue", "rotate"] as const satisfies readonly OperationName[];

const noAnswer: ExpectedError = { name: "ConnectionError", recovery: true };

/** What proves that the proxy let no request through. */
const refusals: readonly Case<OperationName>[] = TUNNELS.flatMap((wire) =>
  ["proxy-refuses-connection", "proxy-407", "proxy-403", "proxy-502", "refuse", "name-not-found"].flatMap((fault) =>
    ONCE.map(
      (operation): Case<OperationName> => ({
        name: `${fault}, ${operation}, ${wire}: retried`,
        operation,
        faults: [fault],
        wire,
        expect: success(2, 1),
      }),
    ),
  ),
);

/** A request that a proxy sends on may have taken effect, whatever the proxy says. */
const forwarded: readonly Case<OperationName>[] = ONCE.map((operation) => ({
  name: `refuse, ${operation}, h1-forward: the proxy's own 502 proves nothing`,
  operation,
  faults: ["refuse"],
  wire: "h1-forward",
  expect: failure({ name: "ApiError", status: 502, recovery: true }, 1, "unknown", 0),
}));

const throughProxies: readonly Case<OperationName>[] = PROXIED.flatMap((wire): readonly Case<OperationName>[] => [
  { name: `healthy, ${wire}`, operation: "create", faults: [], wire, expect: success(1, 1) },
  { name: `429, ${wire}`, operation: "rotate", faults: ["429"], wire, expect: success(2, 1) },
  {
    name: `500, ${wire}`,
    operation: "rotate",
    faults: ["500"],
    wire,
    expect: failure({ name: "ApiError", status: 500, recovery: true }, 1, "unknown", 1),
  },
  {
    name: `a redirect, ${wire}`,
    operation: "create",
    faults: ["307"],
    wire,
    expect: failure({ name: "RedirectError", status: 307, target: "elsewhere", recovery: false }, 1, "rejected", 0),
  },
]);

/** Tunnels that break. */
const broken: readonly Case<OperationName>[] = [
  ["h1-tunnel", "reset-after-commit"] as const,
  ["h1-tunnel", "close-after-commit"] as const,
  ["h2-tunnel", "h2-connection-reset"] as const,
  ["h2-tunnel", "h2-connection-closed"] as const,
  ["h2-tunnel", "h2-wrong-version"] as const,
].flatMap(([wire, fault]) =>
  ONCE.map((operation) => ({
    name: `${fault}, ${operation}, ${wire}: stopped`,
    operation,
    faults: [fault],
    wire,
    expect: failure(noAnswer, 1, "unknown", 1),
  })),
);

/** Calls through a proxy. */
export const proxiesCases: readonly Case<OperationName>[] = [...refusals, ...forwarded, ...throughProxies, ...broken];
