import type { ApiSchema } from "../../description/api-schema.ts";
import type { SchemaNode } from "./schema-form.ts";
import type { WireChange, WireSide } from "./wire-change.ts";

/** Where two versions of one thing are. */
export interface Places {
  readonly old: WireSide;
  readonly new: WireSide;
}

export const prose = (places: Places, old: unknown, now: unknown): WireChange => ({
  rule: "prose-changed",
  old: { ...places.old, value: old },
  new: { ...places.new, value: now },
});

/** A schema that is not there admits anything. */
export const nodeAt = (schema: ApiSchema | undefined, pointer: string): SchemaNode => [
  { schema: schema ?? {}, pointer: `${pointer}/schema` },
];
