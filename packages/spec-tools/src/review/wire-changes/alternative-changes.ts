import { isDeepStrictEqual } from "node:util";
import { ALL_TYPES, type Alternatives, type SchemaNode } from "./schema-form.ts";
import { type Compared, type OpenPair, pointerOf, type SchemaPair } from "./schema-pair.ts";
import type { WireChange } from "./wire-change.ts";

/** What happened to the forms of which a value has one. */
export function alternativeChanges(pair: OpenPair): Compared {
  const [old, now] = [pair.before.alternatives, pair.after.alternatives];
  const [before, after] = [old[0], now[0]];
  if (before === undefined && after === undefined) return { changes: [], inner: [] };
  if (old.length > 1 || now.length > 1) return severalGroups(pair);
  const [was, is] = [before?.members ?? [notNull(pair, "old")], after?.members ?? [notNull(pair, "now")]];
  const members = memberChanges(pair, was, is, [before?.pointer, after?.pointer]);
  const told =
    before !== undefined && after !== undefined ? discriminatorChanges(pair, before, after, members.taken) : [];
  return { changes: [...members.changes, ...told], inner: members.inner };
}

/** Whether null is admitted is told by the types; what is left of a schema is one form among others. */
function notNull({ before, after, old, now }: OpenPair, side: "old" | "now"): SchemaNode {
  const [form, node] = side === "old" ? [before, old] : [after, now];
  if (!form.types.has("null") || form.types.size === ALL_TYPES.size) return node;
  const type = [...form.types].filter((one) => one !== "null");
  return [...node, { schema: { type }, pointer: `${pointerOf(node)}#notNull` }];
}

/** Groups are compared in their order. One more narrows what is admitted, one less widens it. */
function severalGroups(pair: OpenPair): Compared {
  const { before, after, direction, old, now } = pair;
  const [was, is] = [before.alternatives, after.alternatives];
  const sides = { old: { pointer: pointerOf(old) }, new: { pointer: pointerOf(now) } };
  if (was.length === 0 || is.length === 0) {
    // What was anything is one of them now.
    if (was.length === 0 && !before.typed) {
      return { changes: [{ rule: `${direction}-constraint-tightened`, name: "The forms", ...sides }], inner: [] };
    }
    return { changes: [{ rule: `${direction}-alternatives-changed`, ...sides }], inner: [] };
  }
  const changes: WireChange[] = [];
  const inner: SchemaPair[] = [];
  was.forEach((group, index) => {
    const other = is[index];
    if (other === undefined) return;
    const found = memberChanges(pair, group.members, other.members, [group.pointer, other.pointer]);
    changes.push(...found.changes);
    inner.push(...found.inner);
  });
  if (was.length !== is.length) {
    const what = is.length > was.length ? "tightened" : "loosened";
    const values = {
      old: { ...sides.old, value: `${was.length} of them` },
      new: { ...sides.new, value: `${is.length}` },
    };
    changes.push({ rule: `${direction}-constraint-${what}`, name: "The number of choices", ...values });
  }
  return { changes, inner };
}

interface Members extends Compared {
  /** The members that both sides have. */
  readonly taken: readonly (readonly [SchemaNode, SchemaNode])[];
}

function memberChanges(
  pair: OpenPair,
  old: readonly SchemaNode[],
  now: readonly SchemaNode[],
  pointers: readonly [string | undefined, string | undefined],
): Members {
  const { direction, forms, same } = pair;
  const taken: (readonly [SchemaNode, SchemaNode])[] = [];
  const rest = new Set(now);
  const take =
    (fits: (one: SchemaNode, other: SchemaNode) => boolean) =>
    (one: SchemaNode): boolean => {
      const other = [...rest].find((candidate) => fits(one, candidate));
      if (other === undefined) return true;
      rest.delete(other);
      taken.push([one, other]);
      return false;
    };
  const named = (one: SchemaNode, other: SchemaNode): boolean => {
    const name = forms.old.nameOf(one);
    return name !== undefined && name === forms.now.nameOf(other);
  };
  let left = old.filter(take(named)).filter(take(same));
  // One form in place of several is the one of its type.
  const sameTypes = (one: SchemaNode, other: SchemaNode): boolean =>
    isDeepStrictEqual(forms.old.of(one).types, forms.now.of(other).types);
  if (old.length === 1 || now.length === 1) left = left.filter(take(sameTypes));
  // What is left on both sides and has no name changed where it is.
  const unnamed = (one: SchemaNode, other: SchemaNode): boolean =>
    forms.old.nameOf(one) === undefined || forms.now.nameOf(other) === undefined;
  if (left.length === rest.size) left = left.filter(take(unnamed));
  const label = (node: SchemaNode, side: "old" | "now"): string => labelOf(node, forms[side].nameOf(node));
  return {
    taken,
    changes: [
      ...left.map((node): WireChange => {
        const sides = {
          old: { pointer: pointerOf(node), value: node[0]?.schema },
          ...(pointers[1] ? { new: { pointer: pointers[1] } } : {}),
        };
        return { rule: `${direction}-alternative-removed`, name: label(node, "old"), ...sides };
      }),
      ...[...rest].map((node): WireChange => {
        const sides = {
          ...(pointers[0] ? { old: { pointer: pointers[0] } } : {}),
          new: { pointer: pointerOf(node), value: node[0]?.schema },
        };
        return { rule: `${direction}-alternative-added`, name: label(node, "now"), ...sides };
      }),
    ],
    // Both sides as they are would come back here for ever.
    inner: taken
      .filter(([one, other]) => one !== pair.old || other !== pair.now)
      .map(([one, other]) => ({ old: one, now: other, direction })),
  };
}

function labelOf(node: SchemaNode, name: string | undefined): string {
  if (name !== undefined) return `\`${name}\``;
  const { title, type, enum: values } = node[0]?.schema ?? {};
  return `\`${title ?? values?.join(" or ") ?? [type ?? "a form without a name"].flat().join(" or ")}\``;
}

function discriminatorChanges(
  pair: OpenPair,
  old: Alternatives,
  now: Alternatives,
  taken: readonly (readonly [SchemaNode, SchemaNode])[],
): readonly WireChange[] {
  const { direction } = pair;
  const places = (from: unknown, to: unknown) => ({
    old: { pointer: old.pointer, value: from },
    new: { pointer: now.pointer, value: to },
  });
  if (old.property === undefined || now.property === undefined) {
    return old.property === now.property
      ? []
      : [{ rule: "discriminator-changed", ...places(old.property, now.property) }];
  }
  if (old.property !== now.property)
    return [{ rule: "discriminator-property-changed", ...places(old.property, now.property) }];
  const kept = new Map(
    taken.flatMap(([one, other]) => {
      const [a, b] = [pair.forms.old.nameOf(one), pair.forms.now.nameOf(other)];
      return a === undefined || b === undefined ? [] : [[a, b] as const];
    }),
  );
  const values = (group: Alternatives, names: Iterable<string>) =>
    new Map([...names].map((name) => [name, new Set(valuesOf(group, name))] as const));
  const [before, after] = [values(old, kept.keys()), values(now, kept.values())];
  return [...kept].flatMap(([from, to]): readonly WireChange[] => {
    const [a, b] = [before.get(from) ?? new Set(), after.get(to) ?? new Set()];
    const gone = [...a].filter((value) => !b.has(value));
    const added = [...b].filter((value) => !a.has(value));
    if (gone.length > 0 && added.length > 0) {
      return [{ rule: "discriminator-value-renamed", name: `\`${to}\``, ...places(gone.join(", "), added.join(", ")) }];
    }
    return [
      ...gone.map(
        (value): WireChange => ({
          rule: `${direction}-discriminator-value-removed`,
          name: `\`${value}\``,
          ...places(value, undefined),
        }),
      ),
      ...added.map(
        (value): WireChange => ({
          rule: `${direction}-discriminator-value-added`,
          name: `\`${value}\``,
          ...places(undefined, value),
        }),
      ),
    ];
  });
}

/** A schema that no value leads to is told by its own name. */
function valuesOf({ mapping }: Alternatives, name: string): readonly string[] {
  const mapped = [...mapping].filter(([, target]) => target === name).map(([value]) => value);
  return mapped.length > 0 ? mapped : [name];
}
