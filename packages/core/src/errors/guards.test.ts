import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { ERRORS as CLASSES } from "./errors.ts";
import {
  isApiError,
  isConfigError,
  isConnectionError,
  isGitTokensError,
  isRedirectError,
  isResponseError,
  isTimeoutError,
} from "./guards.ts";

const definition = {
  name: "rotateThing",
  method: "POST",
  path: "/things",
  effect: "rotate",
  recovery: "Rotate again: outcome unknown.",
} as const;
const context = { definition, attempts: 2, outcome: "unknown" } as const;
const body = { why: "rotateThing: status 500 (attempts: 7, outcome: committed)\nand more" };

const made = (name: keyof typeof CLASSES, what: string, details: object) =>
  new CLASSES[name](name, what, context, details);

const ERRORS = [
  [
    isApiError,
    made("ApiError", `status 503 ${JSON.stringify(body)}`, { status: 503, statusText: "", body, retryAfter: 5 }),
    503,
  ],
  [isConfigError, made("ConfigError", "auth.key threw", { option: "auth.key" }), undefined],
  [isConnectionError, made("ConnectionError", "no response (ECONNRESET); check the network", {}), undefined],
  [
    isRedirectError,
    made("RedirectError", "refused to follow a redirect to https://a.test", { status: 303 }),
    undefined,
  ],
  [
    isResponseError,
    made("ResponseError", "status 200, but its body (text/html) is unusable: cut", { fault: "cut", status: 200 }),
    200,
  ],
  [
    isTimeoutError,
    made("TimeoutError", "no response in time (timeout: 5 ms)", { budget: "timeout", limit: 5 }),
    undefined,
  ],
] as const;

describe.each(ERRORS)("%o", (guard, error, status) => {
  const told = { name: error.name, operation: "rotateThing", outcome: "unknown", attempts: 2 };

  it("is known by its guard, and by no other", () => {
    expect(guard(error)).toBe(true);
    expect(ERRORS.filter(([other]) => other(error))).toHaveLength(1);
  });

  it("is still known, and says what came of it, when it was cloned or posted", async () => {
    const worker = new Worker(
      "require('node:worker_threads').parentPort.once('message', (m) => require('node:worker_threads').parentPort.postMessage(m))",
      { eval: true },
    );
    worker.postMessage(error);
    const [posted]: unknown[] = await once(worker, "message");
    await worker.terminate();
    for (const clone of [structuredClone(error), posted]) {
      expect(isGitTokensError(clone)).toBe(true);
      expect(ERRORS.filter(([other]) => other(clone))).toHaveLength(1);
      expect(guard(clone)).toBe(true);
      expect(clone).toMatchObject(status === undefined ? told : { ...told, status });
    }
  });
});

it("takes no other error for one that was cloned", () => {
  const [, inner] = ERRORS[0];
  const quoting = new Error(`it failed: ${inner.message}`, { cause: inner });
  const named = Object.assign(new Error("x: y"), { name: "ApiError" });
  const others = [
    quoting,
    structuredClone(quoting),
    named,
    structuredClone(named),
    new TypeError("a: b"),
    new Error(""),
  ];
  for (const other of others) {
    expect(isGitTokensError(other)).toBe(false);
    expect(Object.keys(other)).not.toContain("outcome");
  }
});
