import type { Severity } from "../finding.ts";
import type { WireRuleName } from "./wire-rules.ts";

/** One side of a change: where it is, and what is there. */
export interface WireSide {
  readonly pointer: string;
  readonly value?: unknown;
}

/** One thing that changed on the wire, wherever it is used. */
export interface WireChange {
  readonly rule: WireRuleName;
  /** What fills `{name}` in the sentence of the rule. */
  readonly name?: string;
  /** In place of the level of the rule, for a change that sums up others. */
  readonly level?: Severity;
  readonly old?: WireSide;
  readonly new?: WireSide;
}

/** The way a body or a value travels, from the caller's side. */
export type { Direction } from "../../description/api-schema.ts";
