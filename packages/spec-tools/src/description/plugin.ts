import type { Oas3Rule, Plugin } from "@redocly/openapi-core";

import { effectStated } from "./rules/effect-stated.ts";
import { inputServed } from "./rules/input-served.ts";
import { operationIdStyle } from "./rules/operation-id-style.ts";
import { recoveryStated } from "./rules/recovery-stated.ts";
import type { Rule } from "./rules/rule.ts";
import { securityServed } from "./rules/security-served.ts";
import { serverServed } from "./rules/server-served.ts";
import { sourceStated } from "./rules/source-stated.ts";
import { successServed } from "./rules/success-served.ts";

/** Our own rules by name: what must hold for a spec to become a client. */
export const rules: Record<string, Rule> = {
  "effect-stated": effectStated,
  "input-served": inputServed,
  "operation-id-style": operationIdStyle,
  "recovery-stated": recoveryStated,
  "security-served": securityServed,
  "server-served": serverServed,
  "source-stated": sourceStated,
  "success-served": successServed,
};

/** The same as a plugin of Redocly's validator. */
export const plugin: Plugin = {
  id: "git-tokens",
  // Redocly types every member of a node as possibly missing; our rules run after its "struct", which sees to that.
  rules: { oas3: rules as Record<string, Oas3Rule> },
};

/** Every rule a spec must pass before anything is generated from it: Redocly's own for structure, ours for the rest. */
export const requirements: Record<string, "error"> = Object.fromEntries(
  [
    "struct",
    "no-unresolved-refs",
    "no-identical-paths",
    "operation-operationId",
    "operation-operationId-unique",
    "operation-parameters-unique",
    "path-parameters-defined",
    ...Object.keys(rules).map((name) => `${plugin.id}/${name}`),
  ].map((name) => [name, "error"]),
);
