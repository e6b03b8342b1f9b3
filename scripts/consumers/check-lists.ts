import type { CheckList } from "./check.ts";
import { INSTALL_CHECK } from "./install-check.ts";
import { JEST_CHECKS } from "./jest-checks.ts";
import { RUN_CHECKS } from "./run-checks.ts";
import { TOOL_CHECKS } from "./tool-checks.ts";
import { TYPE_CHECKS } from "./type-checks.ts";

/** All checks, in the order in which they run in every project. */
export const CHECK_LISTS: readonly CheckList[] = [
  { heading: "Installs", checks: [INSTALL_CHECK] },
  { heading: "Compiles with", checks: TYPE_CHECKS },
  { heading: "Runs on", checks: RUN_CHECKS },
  { heading: "Is tested with", checks: JEST_CHECKS },
  { heading: "Generates with", checks: TOOL_CHECKS },
];
