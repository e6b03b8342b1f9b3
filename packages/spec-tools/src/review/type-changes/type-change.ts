import type ts from "typescript";

/** The ways on which callers meet a type: they write what goes with a request, and read what comes with a response. */
export interface Flow {
  readonly written: boolean;
  readonly read: boolean;
}

export type TypeRule =
  | "written-type-narrowed"
  | "read-type-widened"
  | "name-removed"
  | "name-changed"
  | "type-changed"
  | "type-replaced"
  | "name-added";

/** One difference between two types. */
export interface TypeChange {
  readonly severity: "breaking" | "feature";
  readonly rule: TypeRule;
  /** The keys from the type that was asked about; `[]` for the items of an array, `[key]` for those of a map. */
  readonly path: readonly string[];
  readonly old: string | undefined;
  readonly new: string | undefined;
  /** What happened, as a sentence without the full stop. */
  readonly what: string;
  /** An expression or assignment that compiled before; undefined if none breaks. */
  readonly code: string | undefined;
}

/** One type before and after. */
export type Sides = readonly [old: ts.Type, now: ts.Type];
