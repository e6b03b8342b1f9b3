import type { Case } from "../case.ts";
import { failure, success } from "../expect.ts";
import type { OperationName } from "../setup.ts";

/** What a 404 means for a delete. */
export const deleteCases = [
  {
    name: "404 at once is an error",
    operation: "delete",
    faults: ["404"],
    expect: failure({ name: "ApiError", status: 404 }, 1, "rejected", 0),
  },
  {
    name: "404 after a refused connection is an error",
    operation: "delete",
    faults: ["refuse", "404"],
    expect: failure({ name: "ApiError", status: 404 }, 2, "rejected", 0),
  },
  {
    name: "404 after a 429 is an error",
    operation: "delete",
    faults: ["429", "404"],
    expect: failure({ name: "ApiError", status: 404 }, 2, "rejected", 0),
  },
  { name: "404 after 500 is a success", operation: "delete", faults: ["500"], expect: success(2, 1) },
  { name: "404 after 408 is a success", operation: "delete", faults: ["408"], expect: success(2, 1) },
  {
    name: "404 after reset-after-commit is a success",
    operation: "delete",
    faults: ["reset-after-commit"],
    expect: success(2, 1),
  },
  {
    name: "404 after close-after-commit is a success",
    operation: "delete",
    faults: ["close-after-commit"],
    expect: success(2, 1),
  },
  {
    name: "404 after stall-before-headers is a success",
    operation: "delete",
    faults: ["stall-before-headers"],
    options: { timeout: 1500 },
    expect: success(2, 1),
  },
  { name: "404 after cut-headers is a success", operation: "delete", faults: ["cut-headers"], expect: success(2, 1) },
  { name: "404 after html-200 is a success", operation: "delete", faults: ["html-200"], expect: success(2, 1) },
  {
    name: "404 after 500 and a refused connection is a success",
    operation: "delete",
    faults: ["500", "refuse"],
    expect: success(3, 1),
  },
  {
    name: "404 after a 500 without effect is a success all the same",
    operation: "delete",
    faults: ["503", "404"],
    expect: success(2, 0),
  },
  {
    name: "403 after 500 is an error, and unknown",
    operation: "delete",
    faults: ["500", "403"],
    expect: failure({ name: "ApiError", status: 403 }, 2, "unknown", 1),
  },
  {
    name: "410 after 500 is a success",
    operation: "delete",
    faults: ["500", "410"],
    expect: success(2, 1),
  },
  {
    name: "404 after 500 is an error for a replace",
    operation: "replace",
    faults: ["500", "404"],
    expect: failure({ name: "ApiError", status: 404 }, 2, "unknown", 1),
  },
  { name: "a body where none is documented", operation: "delete", faults: ["wrong-kind"], expect: success(1, 1) },
  { name: "200 in place of 204", operation: "delete", faults: ["empty-200"], expect: success(1, 1) },
] as const satisfies readonly Case<OperationName>[];
