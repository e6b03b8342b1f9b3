import type { SchemaForm, SchemaNode } from "./schema-form.ts";
import { type Compared, NOTHING, type OpenPair, pointerOf, type SchemaPair } from "./schema-pair.ts";
import type { WireChange, WireSide } from "./wire-change.ts";

/** What happened to the properties of an object, to further ones, and to the items of an array. */
export function objectChanges(pair: OpenPair): Compared {
  const properties = propertyChanges(pair);
  const further = furtherChanges(pair);
  return {
    changes: [...properties.changes, ...further.changes],
    inner: [...properties.inner, ...further.inner, ...itemPairs(pair)],
  };
}

interface Property {
  readonly node: SchemaNode;
  readonly required: boolean;
}

/** The properties that travel on this way; one that is only required may hold anything. */
function propertiesOf(
  form: SchemaForm,
  side: "old" | "now",
  { forms, direction, ...pair }: OpenPair,
): ReadonlyMap<string, Property> {
  const found = new Map<string, Property>();
  for (const [name, node] of form.properties) {
    const { readOnly, writeOnly } = forms[side].of(node);
    if (direction === "request" ? readOnly : writeOnly) continue;
    found.set(name, { node, required: form.required.has(name) });
  }
  for (const name of form.required) {
    if (!form.properties.has(name)) {
      found.set(name, {
        node: [{ schema: {}, pointer: form.places.get("required") ?? pointerOf(pair[side]) }],
        required: true,
      });
    }
  }
  return found;
}

const place = (node: SchemaNode): WireSide => {
  const [first] = node;
  return first === undefined ? { pointer: "#" } : { pointer: first.pointer, value: first.schema };
};

function propertyChanges(pair: OpenPair): Compared {
  const { direction, before, after } = pair;
  const [old, now] = [propertiesOf(before, "old", pair), propertiesOf(after, "now", pair)];
  const changes: WireChange[] = [];
  const inner: SchemaPair[] = [];
  const gone = new Map([...old].filter(([name]) => !now.has(name)));
  const added = new Map([...now].filter(([name]) => !old.has(name)));
  for (const [from, to] of renames(gone, added, pair)) {
    const sides = {
      old: { pointer: pointerOf(from[1].node), value: from[0] },
      new: { pointer: pointerOf(to[1].node), value: to[0] },
    };
    changes.push({ rule: `${direction}-property-renamed`, ...sides });
    gone.delete(from[0]);
    added.delete(to[0]);
  }
  for (const [name, { node, required }] of gone) {
    // A map takes and gives any name: what the field held is compared with what the map holds.
    if (typeof after.further !== "boolean" && !acceptsAll(after.further)) {
      inner.push({ old: node, now: after.further, direction });
      if (direction === "request" || !required) continue;
    }
    changes.push({ rule: `${direction}-property-removed`, name: code(name), old: place(node) });
  }
  for (const [name, { node, required }] of added) {
    const rule =
      direction === "request" && required
        ? "request-property-required-added"
        : (`${direction}-property-added` as const);
    changes.push({ rule, name: code(name), new: place(node) });
  }
  for (const [name, property] of now) {
    const counterpart = old.get(name);
    if (counterpart === undefined) continue;
    inner.push({ old: counterpart.node, now: property.node, direction });
    if (counterpart.required === property.required) continue;
    const what = property.required ? "required" : "optional";
    const places = { old: { pointer: pointerOf(counterpart.node) }, new: { pointer: pointerOf(property.node) } };
    changes.push({ rule: `${direction}-property-became-${what}`, name: code(name), ...places });
  }
  return { changes, inner };
}

type Entry = readonly [name: string, property: Property];

/** A field that went where the only other one like it came. */
function renames(
  gone: ReadonlyMap<string, Property>,
  added: ReadonlyMap<string, Property>,
  { same }: OpenPair,
): readonly (readonly [Entry, Entry])[] {
  if (gone.size !== 1 || added.size !== 1) return [];
  const [from] = gone;
  const [to] = added;
  if (from === undefined || to === undefined || from[1].required !== to[1].required) return [];
  const written = Object.keys(to[1].node[0]?.schema ?? {}).length > 0;
  return written && same(from[1].node, to[1].node) ? [[from, to]] : [];
}

const code = (name: string): string => `\`${name}\``;

function furtherChanges({ before, after, direction, old, now }: OpenPair): Compared {
  const [was, is] = [before.further, after.further];
  if (typeof was !== "boolean" && typeof is !== "boolean")
    return { changes: [], inner: [{ old: was, now: is, direction }] };
  if (acceptsAll(was) && acceptsAll(is)) return NOTHING;
  if (was === is || !before.types.has("object") || !after.types.has("object")) return NOTHING;
  const sides = {
    old: { pointer: before.places.get("additionalProperties") ?? pointerOf(old), value: said(was) },
    new: { pointer: after.places.get("additionalProperties") ?? pointerOf(now), value: said(is) },
  };
  if (direction === "response")
    return { changes: [{ rule: "response-further-properties-changed", ...sides }], inner: [] };
  const refused = is === false || was === true;
  const rule = refused ? "request-further-properties-refused" : "request-further-properties-accepted";
  return { changes: [{ rule, ...sides }], inner: [] };
}

/** By default, or because it is said. */
const acceptsAll = (further: SchemaForm["further"]): boolean =>
  further === true || (typeof further !== "boolean" && further.every(({ schema }) => Object.keys(schema).length === 0));

const said = (further: SchemaForm["further"]): unknown => (typeof further === "boolean" ? further : further[0]?.schema);

function itemPairs({ before, after, direction, old, now }: OpenPair): readonly SchemaPair[] {
  if (!before.types.has("array") || !after.types.has("array")) return [];
  const anything = (node: SchemaNode): SchemaNode => [{ schema: {}, pointer: pointerOf(node) }];
  const pairs: SchemaPair[] = [];
  for (let index = 0; index < Math.max(before.tuple.length, after.tuple.length); index++) {
    // Behind the places that are named, `items` is what holds.
    const [was, is] = [before.tuple[index] ?? before.items, after.tuple[index] ?? after.items];
    pairs.push({ old: was ?? anything(old), now: is ?? anything(now), direction });
  }
  if (before.items === undefined && after.items === undefined) return pairs;
  return [...pairs, { old: before.items ?? anything(old), now: after.items ?? anything(now), direction }];
}
