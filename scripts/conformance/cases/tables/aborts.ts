import type { Case } from "../case.ts";
import { aborted } from "../expect.ts";
import type { OperationName } from "../setup.ts";

/** Calls that the caller aborts. */
export const abortsCases = [
  {
    name: "before the call, read",
    operation: "read",
    faults: [],
    abort: { on: "call" },
    expect: aborted(0, "not-sent", 0),
  },
  {
    name: "before the call, create",
    operation: "create",
    faults: [],
    abort: { on: "call" },
    expect: aborted(0, "not-sent", 0),
  },
  {
    name: "before the call, rotate",
    operation: "rotate",
    faults: [],
    abort: { on: "call" },
    expect: aborted(0, "not-sent", 0),
  },
  {
    name: "while no answer comes, read",
    operation: "read",
    faults: ["stall-before-headers"],
    abort: { on: "attempt", after: 800 },
    expect: aborted(1, "unknown", 0),
  },
  {
    name: "while no answer comes, create",
    operation: "create",
    faults: ["stall-before-headers"],
    abort: { on: "attempt", after: 800 },
    expect: aborted(1, "unknown", 1),
  },
  {
    name: "while the body comes, create",
    operation: "create",
    faults: ["stall-inside-body"],
    abort: { on: "attempt", after: 1500 },
    expect: aborted(1, "committed", 1),
  },
  {
    name: "while the body of a refusal comes",
    operation: "rotate",
    faults: ["400-stalled"],
    abort: { on: "attempt", after: 1500 },
    expect: aborted(1, "rejected", 0),
  },
  {
    name: "while a backoff is waited for",
    operation: "read",
    faults: ["500"],
    options: { retry: { minWait: 20_000, maxWait: 20_000 } },
    abort: { on: "retry", after: 20 },
    expect: aborted(1, "unknown", 0, { waits: [[10_000, 20_000]] }),
  },
  {
    name: "while an hour of Retry-After is waited for",
    operation: "create",
    faults: ["429-long"],
    options: { totalTimeout: false },
    abort: { on: "retry", after: 20 },
    expect: aborted(1, "rejected", 0, { waits: [[3600000, 3600004]] }),
  },
  {
    name: "at the moment a wait begins",
    operation: "create",
    faults: ["refuse"],
    options: { retry: { minWait: 20_000, maxWait: 20_000 } },
    abort: { on: "retry" },
    expect: aborted(1, "not-sent", 0, { waits: [[10_000, 20_000]] }),
  },
  {
    name: "in the second attempt",
    operation: "read",
    faults: ["500", "stall-before-headers"],
    abort: { on: "attempt", nth: 2, after: 800 },
    expect: aborted(2, "unknown", 0),
  },
  {
    name: "in the second attempt of a create, after a 429",
    operation: "create",
    faults: ["429", "stall-before-headers"],
    abort: { on: "attempt", nth: 2, after: 800 },
    expect: aborted(2, "unknown", 1),
  },
  {
    name: "at the moment a request is sent",
    operation: "read",
    faults: ["stall-before-headers"],
    abort: { on: "attempt" },
    expect: aborted(1, "unknown", 0),
  },
  {
    name: "while the credential's function hangs",
    operation: "create",
    faults: [],
    credential: [{ hang: true }],
    abort: { on: "call", after: 30 },
    expect: aborted(0, "not-sent", 0),
  },
] as const satisfies readonly Case<OperationName>[];
