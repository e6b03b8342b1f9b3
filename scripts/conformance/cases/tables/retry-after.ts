import type { Case } from "../case.ts";
import { failure, success } from "../expect.ts";
import type { OperationName } from "../setup.ts";

/** Every form of Retry-After. */
export const retryAfterCases = [
  {
    name: "seconds, read",
    operation: "read",
    faults: ["429-seconds"],
    expect: success(2, 0, { waits: [[1000, 1004]] }),
  },
  { name: "a date, read", operation: "read", faults: ["429-date"], expect: success(2, 0, { waits: [[1, 2004]] }) },
  { name: "zero: falls back, read", operation: "read", faults: ["429-zero"], expect: success(2, 0) },
  { name: "negative: falls back, read", operation: "read", faults: ["429-negative"], expect: success(2, 0) },
  { name: "past: falls back, read", operation: "read", faults: ["429-past"], expect: success(2, 0) },
  { name: "fraction: falls back, read", operation: "read", faults: ["429-fraction"], expect: success(2, 0) },
  { name: "malformed: falls back, read", operation: "read", faults: ["429-malformed"], expect: success(2, 0) },
  { name: "empty: falls back, read", operation: "read", faults: ["429-empty"], expect: success(2, 0) },
  { name: "none: falls back, read", operation: "read", faults: ["429"], expect: success(2, 0) },
  {
    name: "long: fails now and says so, read",
    operation: "read",
    faults: ["429-long"],
    expect: failure({ name: "ApiError", status: 429, retryAfter: [3600000, 3600000] }, 1, "rejected", 0),
  },
  {
    name: "far-date: fails now and says so, read",
    operation: "read",
    faults: ["429-far-date"],
    expect: failure({ name: "ApiError", status: 429, retryAfter: [30000000000000, 40000000000000] }, 1, "rejected", 0),
  },
  {
    name: "huge: fails now and says so, read",
    operation: "read",
    faults: ["429-huge"],
    expect: failure({ name: "ApiError", status: 429, retryAfter: [9e22, 1.1e23] }, 1, "rejected", 0),
  },
  {
    name: "endless: fails now and says so, read",
    operation: "read",
    faults: ["429-endless"],
    expect: failure({ name: "ApiError", status: 429, retryAfter: [1e23, Infinity] }, 1, "rejected", 0),
  },
  {
    name: "seconds, create",
    operation: "create",
    faults: ["429-seconds"],
    expect: success(2, 1, { waits: [[1000, 1004]] }),
  },
  { name: "a date, create", operation: "create", faults: ["429-date"], expect: success(2, 1, { waits: [[1, 2004]] }) },
  { name: "zero: falls back, create", operation: "create", faults: ["429-zero"], expect: success(2, 1) },
  { name: "negative: falls back, create", operation: "create", faults: ["429-negative"], expect: success(2, 1) },
  { name: "past: falls back, create", operation: "create", faults: ["429-past"], expect: success(2, 1) },
  { name: "fraction: falls back, create", operation: "create", faults: ["429-fraction"], expect: success(2, 1) },
  { name: "malformed: falls back, create", operation: "create", faults: ["429-malformed"], expect: success(2, 1) },
  { name: "empty: falls back, create", operation: "create", faults: ["429-empty"], expect: success(2, 1) },
  { name: "none: falls back, create", operation: "create", faults: ["429"], expect: success(2, 1) },
  {
    name: "long: fails now and says so, create",
    operation: "create",
    faults: ["429-long"],
    expect: failure({ name: "ApiError", status: 429, retryAfter: [3600000, 3600000] }, 1, "rejected", 0),
  },
  {
    name: "far-date: fails now and says so, create",
    operation: "create",
    faults: ["429-far-date"],
    expect: failure({ name: "ApiError", status: 429, retryAfter: [30000000000000, 40000000000000] }, 1, "rejected", 0),
  },
  {
    name: "huge: fails now and says so, create",
    operation: "create",
    faults: ["429-huge"],
    expect: failure({ name: "ApiError", status: 429, retryAfter: [9e22, 1.1e23] }, 1, "rejected", 0),
  },
  {
    name: "endless: fails now and says so, create",
    operation: "create",
    faults: ["429-endless"],
    expect: failure({ name: "ApiError", status: 429, retryAfter: [1e23, Infinity] }, 1, "rejected", 0),
  },
  {
    name: "503 with seconds, read",
    operation: "read",
    faults: ["503-seconds"],
    expect: success(2, 0, { waits: [[1000, 1004]] }),
  },
  {
    name: "503 with seconds, create: stopped",
    operation: "create",
    faults: ["503-seconds"],
    expect: failure({ name: "ApiError", status: 503, retryAfter: [1000, 1000], recovery: true }, 1, "unknown", 1),
  },
  {
    name: "503 with an hour, replace: fails now",
    operation: "replace",
    faults: ["503-long"],
    expect: failure({ name: "ApiError", retryAfter: [3600000, 3600000] }, 1, "unknown", 1),
  },
  { name: "503 with zero, delete", operation: "delete", faults: ["503-zero"], expect: success(2, 1) },
  {
    name: "a second that does not fit into the total budget",
    operation: "read",
    faults: ["429-seconds"],
    options: { totalTimeout: 800 },
    expect: failure({ name: "ApiError", status: 429, retryAfter: [1000, 1000] }, 1, "rejected", 0),
  },
  {
    name: "longer than maxWait, and honoured all the same",
    operation: "read",
    faults: ["429-seconds", "429"],
    expect: success(3, 0, {
      waits: [
        [1000, 1004],
        [4, 8],
      ],
    }),
  },
  {
    name: "no timer overflows, with no total budget",
    operation: "create",
    faults: ["429-huge"],
    options: { totalTimeout: false },
    expect: failure({ name: "ApiError", retryAfter: [9e22, 1.1e23] }, 1, "rejected", 0),
  },
  {
    name: "an hour in the last attempt",
    operation: "read",
    faults: ["500", "500", "429-long"],
    expect: failure({ name: "ApiError", status: 429, retryAfter: [3600000, 3600000] }, 3, "unknown", 0),
  },
] as const satisfies readonly Case<OperationName>[];
