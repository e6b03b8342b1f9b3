import type { CaseOperation, CaseSetup } from "./case.ts";

const RECOVERY = "List what there is before you do it again.";

const OPERATIONS = {
  read: {
    method: "GET",
    path: "/things/{id}",
    effect: "read",
    input: { id: "one" },
    answer: { status: 200, body: { id: "one", name: "first" } },
  },
  list: {
    method: "GET",
    path: "/things",
    effect: "read",
    kinds: ["array"],
    input: {},
    answer: { status: 200, body: [{ id: "one", name: "first" }] },
  },
  replace: {
    method: "PUT",
    path: "/things/{id}",
    effect: "replace",
    body: "required",
    input: { id: "one", name: "ключ 🔑", secret: "case-secret" },
    answer: { status: 200, body: { id: "one", name: "ключ 🔑" } },
  },
  delete: {
    method: "DELETE",
    path: "/things/{id}",
    effect: "delete",
    kinds: ["empty"],
    input: { id: "one" },
    answer: { status: 204 },
  },
  create: {
    method: "POST",
    path: "/things",
    effect: "create",
    recovery: RECOVERY,
    body: "required",
    input: { name: "first", secret: "case-secret" },
    answer: { status: 201, body: { id: "one", name: "first" } },
  },
  issue: {
    method: "POST",
    path: "/things/{id}/keys",
    effect: "create",
    recovery: RECOVERY,
    reveals: ["key"],
    input: { id: "one" },
    answer: { status: 200, body: { id: "one", key: "case-key" } },
  },
  rotate: {
    method: "PUT",
    path: "/things/{id}/rotate",
    effect: "rotate",
    recovery: RECOVERY,
    reveals: ["key"],
    input: { id: "one" },
    answer: { status: 200, body: { id: "one", key: "case-key" } },
  },
} as const satisfies Readonly<Record<string, CaseOperation>>;

/** The operations that cases call. */
export type OperationName = keyof typeof OPERATIONS;

/** The basis of every case of this repository: one operation of each effect, and waits of milliseconds. */
export const SETUP = {
  options: { timeout: 60_000, totalTimeout: 180_000, retry: { minWait: 4, maxWait: 16 } },
  credential: "case-credential",
  operations: OPERATIONS,
} as const satisfies CaseSetup;
