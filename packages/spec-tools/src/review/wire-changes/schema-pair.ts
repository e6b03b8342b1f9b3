import type { SchemaForm, SchemaNode } from "./schema-form.ts";
import type { SchemaForms } from "./schema-forms.ts";
import type { Direction, WireChange } from "./wire-change.ts";

/** Two versions of one schema on one way. */
export interface SchemaPair {
  readonly old: SchemaNode;
  readonly now: SchemaNode;
  readonly direction: Direction;
}

/** A pair with its forms and what its comparison may ask for. */
export interface OpenPair extends SchemaPair {
  readonly before: SchemaForm;
  readonly after: SchemaForm;
  readonly forms: { readonly old: SchemaForms; readonly now: SchemaForms };
  /** Whether two nodes admit the same. */
  same(old: SchemaNode, now: SchemaNode): boolean;
}

/** What differs at one place, and the pairs below it. */
export interface Compared {
  readonly changes: readonly WireChange[];
  readonly inner: readonly SchemaPair[];
}

export const NOTHING: Compared = { changes: [], inner: [] };

/** Where a node is; the first place of several that hold at once. */
export const pointerOf = (node: SchemaNode): string => node[0]?.pointer ?? "#";
