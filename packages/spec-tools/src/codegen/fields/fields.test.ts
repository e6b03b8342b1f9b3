import { describe, expect, it } from "vitest";
import type { Kind } from "../../description/check/document-kinds.ts";
import { fateOf } from "./fate-of.ts";
import { FATES, type Fate } from "./fates.ts";
import { pairOf } from "./pair-of.ts";
import type { Sample } from "./sample.ts";
import { SAMPLES } from "./samples.ts";

const rows = Object.entries(FATES).map(([kind, fields]) => [kind as Kind, Object.entries(fields)] as const);

describe.each(rows)("%s", (kind, fields) => {
  it.each(fields.filter(([, fate]) => fate !== "form"))("%s: %s", async (field, fate: Fate) => {
    const samples: Readonly<Record<string, Sample | undefined>> = SAMPLES[kind];
    const sample = samples[field];
    if (sample === undefined) throw new Error(`there is no sample for ${kind} ${field}`);
    const silent = fate !== "served" && fate !== "told" && fate !== "refused";
    expect(await fateOf(...pairOf(kind, field, sample))).toBe(silent ? "silent" : fate);
  });
});
