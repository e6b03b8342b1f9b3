import { atLeast, heaviest } from "../finding.ts";
import { alternativeChanges } from "./alternative-changes.ts";
import { objectChanges } from "./object-changes.ts";
import { scalarChanges } from "./scalar-changes.ts";
import type { SchemaForm } from "./schema-form.ts";
import { keyOf, type SchemaForms } from "./schema-forms.ts";
import { type Compared, NOTHING, type OpenPair, pointerOf, type SchemaPair } from "./schema-pair.ts";
import type { WireChange } from "./wire-change.ts";
import { WIRE_RULES } from "./wire-rules.ts";

/** Compares schemas, each pair once however many operations use it. */
export class SchemaPairs {
  readonly #old: SchemaForms;
  readonly #now: SchemaForms;
  readonly #known = new Map<string, Compared>();
  readonly #byPair = new WeakMap<SchemaPair, Compared>();
  readonly #unchanged = new WeakSet<Compared>();
  /** What was asked on the side, here and by whoever asks on the side of that. */
  readonly #asides: Asides;

  constructor(old: SchemaForms, now: SchemaForms, asides: Asides = { swaps: new Map(), same: new Map() }) {
    this.#old = old;
    this.#now = now;
    this.#asides = asides;
  }

  /** Every change that a pair holds, at any depth. */
  changes(root: SchemaPair): readonly WireChange[] {
    const found: WireChange[] = [];
    const seen = new Set<Compared>();
    const waiting = [root];
    for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
      const compared = this.#byPair.get(pair) ?? this.#compare(pair);
      this.#byPair.set(pair, compared);
      if (seen.has(compared) || this.#unchanged.has(compared)) continue;
      seen.add(compared);
      found.push(...compared.changes);
      waiting.push(...compared.inner);
    }
    // Many operations come past the same schemas, and most of those never change.
    if (found.length === 0) for (const compared of seen) this.#unchanged.add(compared);
    return found;
  }

  #compare(pair: SchemaPair): Compared {
    const key = `${pair.direction} ${keyOf(pair.old)} > ${keyOf(pair.now)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    // A schema that holds itself comes back here before it is done.
    this.#known.set(key, NOTHING);
    const compared = this.#swap(pair) ?? this.#structure(pair);
    this.#known.set(key, compared);
    return compared;
  }

  /** One named schema in place of another is one change, at the place that names them. */
  #swap(pair: SchemaPair): Compared | undefined {
    const [from, to] = [this.#old.nameOf(pair.old), this.#now.nameOf(pair.now)];
    if (from === undefined || to === undefined || from === to) return undefined;
    if (!this.#now.has(from) && !this.#old.has(to)) return undefined;
    const key = `${pair.direction} ${keyOf(pair.old)} > ${keyOf(pair.now)}`;
    const known = this.#asides.swaps.get(key);
    if (known !== undefined) return known === "open" ? NOTHING : known;
    this.#asides.swaps.set(key, "open");
    const swapped = this.#replaced(pair, from, to);
    this.#asides.swaps.set(key, swapped ?? NOTHING);
    return swapped;
  }

  #replaced(pair: SchemaPair, from: string, to: string): Compared | undefined {
    const pairs = new SchemaPairs(this.#old, this.#now, this.#asides);
    const { changes, inner } = pairs.#structure(pair);
    const all = [...changes, ...inner.flatMap((next) => pairs.changes(next))];
    const levels = all.map(({ rule, level }) => level ?? WIRE_RULES[rule].level);
    const level = heaviest(levels);
    if (level === undefined || !atLeast(level, "feature")) return NOTHING;
    const first = all.filter(({ rule, level: own }) => (own ?? WIRE_RULES[rule].level) === level);
    const change: WireChange = {
      rule: `${pair.direction}-schema-replaced`,
      level,
      name: summaryOf(first),
      old: { pointer: pointerOf(pair.old), value: from },
      new: { pointer: pointerOf(pair.now), value: to },
    };
    return { changes: [change], inner: [] };
  }

  #structure(pair: SchemaPair): Compared {
    const open: OpenPair = {
      ...pair,
      before: this.#old.of(pair.old),
      after: this.#now.of(pair.now),
      forms: { old: this.#old, now: this.#now },
      same: (old, now) => this.#same({ old, now, direction: pair.direction }),
    };
    const scalar = scalarChanges(open);
    if (scalar.other) return { changes: scalar.changes, inner: [] };
    // A choice in place of one form, or the other way round, is told by the forms alone.
    const choice = (form: SchemaForm): boolean => form.alternatives.length > 0;
    const objects = choice(open.before) === choice(open.after) ? objectChanges(open) : NOTHING;
    const alternatives = alternativeChanges(open);
    return {
      changes: [...scalar.changes, ...objects.changes, ...alternatives.changes],
      inner: [...objects.inner, ...alternatives.inner],
    };
  }

  /** A schema that holds itself is the same as far as nothing else tells it apart. */
  #same(pair: SchemaPair): boolean {
    const key = `${pair.direction} ${keyOf(pair.old)} > ${keyOf(pair.now)}`;
    const known = this.#asides.same.get(key);
    if (known !== undefined) return known;
    this.#asides.same.set(key, true);
    const pairs = new SchemaPairs(this.#old, this.#now, this.#asides);
    const same = pairs.changes(pair).every(({ rule, level }) => (level ?? WIRE_RULES[rule].level) === "patch");
    this.#asides.same.set(key, same);
    return same;
  }
}

interface Asides {
  readonly swaps: Map<string, Compared | "open">;
  readonly same: Map<string, boolean>;
}

/** What the new schema lacks or asks for, by the first few of its changes. */
function summaryOf(changes: readonly WireChange[]): string {
  const names = [...new Set(changes.map((change) => describeInner(change)))];
  return names.length > 4 ? `${names.slice(0, 4).join(", ")} and ${names.length - 4} more` : names.join(", ");
}

function describeInner({ rule, name, old, new: now }: WireChange): string {
  const what = name ?? (old ?? now)?.pointer.split("/").at(-1) ?? "";
  return `${rule.replace(/^(request|response)-/, "").replaceAll("-", " ")} (\`${what.replaceAll("`", "")}\`)`;
}
