import type { JsonType } from "../../description/api-schema.ts";
import { type Bound, boundChange, LIMITS, limitChange } from "./bounds.ts";
import { formatChange } from "./format-change.ts";
import { isLooserPattern } from "./pattern-inclusion.ts";
import type { SchemaForm } from "./schema-form.ts";
import { type OpenPair, pointerOf } from "./schema-pair.ts";
import type { WireChange, WireSide } from "./wire-change.ts";
import type { WireRuleName } from "./wire-rules.ts";

/** Types, values, bounds, formats and all else that is no object. `other` where the types have nothing in common. */
export function scalarChanges(pair: OpenPair): { readonly changes: readonly WireChange[]; readonly other: boolean } {
  const types = typeChanges(pair);
  if (types.some(({ rule }) => rule.endsWith("type-changed"))) return { changes: types, other: true };
  return {
    changes: [
      ...types,
      ...valueChanges(pair),
      ...boundChanges(pair),
      ...patternChanges(pair),
      ...formatChanges(pair),
      ...secretChanges(pair),
      ...otherChanges(pair),
      ...wordChanges(pair),
    ],
    other: false,
  };
}

/** Where the keyword is written, unless that is in another schema that only one side refers to. */
function sides(pair: OpenPair, keyword: string, old: unknown, now: unknown): { old: WireSide; new: WireSide } {
  const [from, to] = [pair.before, pair.after].map(({ places }) => places.get(keyword));
  const [before, after] = [pointerOf(pair.old), pointerOf(pair.now)];
  const own = (place: string | undefined, node: string): string =>
    place !== undefined && (from === to || place.startsWith(`${node}/`)) ? place : node;
  return { old: { pointer: own(from, before), value: old }, new: { pointer: own(to, after), value: now } };
}

function typeChanges(pair: OpenPair): readonly WireChange[] {
  const { before, after, direction } = pair;
  const gone = [...before.types].filter((type) => !after.types.has(type));
  const added = [...after.types].filter((type) => !before.types.has(type));
  if (gone.length === 0 && added.length === 0) return [];
  const both = sides(pair, "type", typeText(before), typeText(after));
  const common = [...before.types].filter((type) => type !== "null" && after.types.has(type));
  if (common.length === 0) return [{ rule: `${direction}-type-changed`, ...both }];
  const changes: WireChange[] = [];
  if (gone.length > 0) changes.push({ rule: `${direction}-type-narrowed`, ...both });
  if (added.length > 0) changes.push({ rule: `${direction}-type-widened`, ...both });
  return changes;
}

function typeText({ types, typed }: SchemaForm): string {
  if (!typed || types.size === 7) return "any type";
  const shown = [...types].filter((type: JsonType) => type !== "integer" || !types.has("number"));
  return shown.join(" or ");
}

const list = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(", ");

function valueChanges(pair: OpenPair): readonly WireChange[] {
  const { before, after, direction } = pair;
  const [old, now] = [before.values, after.values];
  const keyword = before.places.has("const") ? "const" : "enum";
  if (old === undefined && now === undefined) return [];
  if (old === undefined && now !== undefined) {
    return [{ rule: `${direction}-enum-added`, ...sides(pair, "enum", "any value", list(now)) }];
  }
  if (now === undefined && old !== undefined) {
    return [{ rule: `${direction}-enum-removed`, ...sides(pair, keyword, list(old), "any value") }];
  }
  const texts = (values: readonly unknown[] | undefined) =>
    new Set((values ?? []).map((value) => JSON.stringify(value)));
  const [a, b] = [texts(old), texts(now)];
  const both = sides(pair, keyword, [...a].join(", "), [...b].join(", "));
  const gone = [...a].filter((value) => !b.has(value)).map((value) => `\`${value}\``);
  const added = [...b].filter((value) => !a.has(value)).map((value) => `\`${value}\``);
  const changes: WireChange[] = [];
  if (gone.length > 0) changes.push({ rule: `${direction}-enum-value-removed`, name: gone.join(", "), ...both });
  if (added.length > 0) changes.push({ rule: `${direction}-enum-value-added`, name: added.join(", "), ...both });
  return changes;
}

function boundChanges(pair: OpenPair): readonly WireChange[] {
  const { before, after, direction } = pair;
  const names = new Set<Bound>([...before.bounds.keys(), ...after.bounds.keys()].filter((name) => !LIMITS.has(name)));
  return [
    ...[...names].flatMap((bound): readonly WireChange[] => {
      const [old, now] = [before.bounds.get(bound), after.bounds.get(bound)];
      const what = boundChange(bound, old, now);
      if (what === "same") return [];
      return [{ rule: `${direction}-constraint-${what}`, name: `\`${bound}\``, ...sides(pair, bound, old, now) }];
    }),
    ...(["minimum", "maximum"] as const).flatMap((end): readonly WireChange[] => {
      const change = limitChange(before.bounds, after.bounds, end);
      if (change === undefined) return [];
      const { what, old, now } = change;
      const keyword = (now ?? old)?.keyword ?? end;
      const mixed = old !== undefined && now !== undefined && old.keyword !== now.keyword;
      const value = (limit: typeof old) => (mixed && limit ? `${limit.keyword} ${limit.value}` : limit?.value);
      const places = sides(pair, keyword, value(old), value(now));
      return [{ rule: `${direction}-constraint-${what}`, name: `\`${keyword}\``, ...places }];
    }),
  ];
}

function patternChanges(pair: OpenPair): readonly WireChange[] {
  const { before, after, direction } = pair;
  const gone = before.patterns.filter((pattern) => !after.patterns.includes(pattern));
  const added = after.patterns.filter((pattern) => !before.patterns.includes(pattern));
  if (gone.length === 0 && added.length === 0) return [];
  const every = (these: readonly string[], those: readonly string[]): boolean =>
    these.every((one) => those.some((other) => isLooserPattern(other, one)));
  const [looser, tighter] = [every(added, before.patterns), every(gone, after.patterns)];
  const both = sides(pair, "pattern", gone.join(" and ") || undefined, added.join(" and ") || undefined);
  if (looser && tighter) return [{ rule: "document-changed", ...both }];
  const what = looser ? "loosened" : tighter ? "tightened" : "changed";
  return [{ rule: `${direction}-constraint-${what}`, name: "`pattern`", ...both }];
}

function formatChanges(pair: OpenPair): readonly WireChange[] {
  const { before, after, direction } = pair;
  const what = formatChange(before.format, after.format);
  if (what === "same") return [];
  const both = sides(pair, "format", before.format, after.format);
  if (direction === "response" && (what === "changed" || what === "loosened")) {
    return [{ rule: "response-format-changed", ...both }];
  }
  return [{ rule: `${direction}-constraint-${what}`, name: "`format`", ...both }];
}

/** `format: password` constrains no value; it says who may see it. */
function secretChanges(pair: OpenPair): readonly WireChange[] {
  const { before, after } = pair;
  const [was, is] = [before.format === "password", after.format === "password"];
  if (was !== is) {
    const rule: WireRuleName = is ? "secret-marked" : "secret-unmarked";
    return [{ rule, ...sides(pair, "format", before.format, after.format) }];
  }
  if (!was) return [];
  return (["readOnly", "writeOnly"] as const).flatMap((mark) =>
    before[mark] && !after[mark]
      ? [{ rule: "direction-unmarked", name: mark, ...sides(pair, mark, true, undefined) }]
      : [],
  );
}

/** What is compared as it is written: an addition narrows, and nobody can say what a change does. */
function otherChanges(pair: OpenPair): readonly WireChange[] {
  const { before, after, direction } = pair;
  const names = new Set([...before.others.keys(), ...after.others.keys()]);
  return [...names].flatMap((keyword): readonly WireChange[] => {
    const [old, now] = [before.others.get(keyword), after.others.get(keyword)];
    if (old === now) return [];
    const what = old === undefined ? "tightened" : now === undefined ? "loosened" : "changed";
    return [{ rule: `${direction}-constraint-${what}`, name: `\`${keyword}\``, ...sides(pair, keyword, old, now) }];
  });
}

function wordChanges(pair: OpenPair): readonly WireChange[] {
  const { before, after, direction } = pair;
  const changes: WireChange[] = [];
  if (before.description !== after.description) {
    changes.push({ rule: "prose-changed", ...sides(pair, "description", before.description, after.description) });
  }
  if (before.known !== after.known) {
    changes.push({ rule: "extensible-enum-changed", ...sides(pair, "x-extensible-enum", before.known, after.known) });
  }
  if (before.examples !== after.examples) {
    changes.push({ rule: "example-changed", ...sides(pair, "examples", before.examples, after.examples) });
  }
  if (!before.deprecated && after.deprecated) {
    changes.push({ rule: "deprecated", name: "It", ...sides(pair, "deprecated", undefined, true) });
  }
  if (JSON.stringify(before.default) !== JSON.stringify(after.default)) {
    changes.push({ rule: `${direction}-default-changed`, ...sides(pair, "default", before.default, after.default) });
  }
  return changes;
}
