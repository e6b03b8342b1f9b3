import ts from "typescript";
import { addedProperty, goneProperty, isNever, optionalityChange, propertyValue } from "./property-changes.ts";
import { renamedProperty } from "./renamed-property.ts";
import { sameName, swapOf, swappedNames, type TypeNames } from "./swapped-type.ts";
import type { Flow, Sides, TypeChange } from "./type-change.ts";
import { membersOfUnion, pairObjects, textOf } from "./type-parts.ts";
import { valueChanges } from "./value-changes.ts";

/** Finds every difference of two types. What both sides know under one name is left to the comparison of that name. */
export class TypeWalk {
  readonly #checker: ts.TypeChecker;
  readonly #names: TypeNames;
  readonly #seen = new Map<ts.Type, Set<ts.Type>>();
  readonly #changes: TypeChange[] = [];
  #root: Sides | undefined;
  #deferred = false;

  /** The swaps that are being told: each holds others, and in the end itself. */
  readonly #open: Map<ts.Type, Set<ts.Type>>;

  constructor(checker: ts.TypeChecker, names: TypeNames, open = new Map<ts.Type, Set<ts.Type>>()) {
    this.#checker = checker;
    this.#names = names;
    this.#open = open;
  }

  /** Everything that differs, each once. Types that are `named` are compared here, though both sides know their name. */
  changes(old: ts.Type, now: ts.Type, flow: Flow, named: boolean): readonly TypeChange[] {
    if (named) this.#root = [old, now];
    this.#compare(old, now, flow, []);
    this.#remainder(old, now, flow);
    // Alternatives of one object say the same of the fields that they share.
    return [...new Map(this.#changes.map((change) => [JSON.stringify(change), change])).values()];
  }

  /** What the compiler refuses though nothing above has a word for it. */
  #remainder(old: ts.Type, now: ts.Type, flow: Flow): void {
    if (this.#deferred || this.#changes.some(({ severity }) => severity === "breaking")) return;
    const fits = { written: this.#fits(old, now), read: this.#fits(now, old) };
    if (fits.written && fits.read) return;
    const sides = { ...this.#texts([old, now]), path: [], code: undefined };
    if (flow.written && !fits.written) {
      const what = "a value of the old type no longer fits the new one";
      this.#changes.push({ severity: "breaking", rule: "written-type-narrowed", what, ...sides });
    } else if (flow.read && !fits.read) {
      const what = "a value of the new type does not fit the old one";
      this.#changes.push({ severity: "breaking", rule: "read-type-widened", what, ...sides });
    } else if (this.#changes.length === 0) {
      this.#changes.push({ severity: "feature", rule: "type-changed", what: "it is another type now", ...sides });
    }
  }

  #fits(source: ts.Type, target: ts.Type): boolean {
    return this.#checker.isTypeAssignableTo(source, target);
  }

  #compare(old: ts.Type, now: ts.Type, flow: Flow, path: readonly string[]): void {
    if (old === now || this.#leftToItsName(old, now)) return;
    if (this.#root?.[0] !== old && this.#swapped(old, now, flow, path)) return;
    this.#parts(old, now, flow, path);
  }

  /** One named type in place of another is one change, that says the first few things which are different in it. */
  #swapped(old: ts.Type, now: ts.Type, flow: Flow, path: readonly string[]): boolean {
    const names = swappedNames(this.#names, old, now);
    if (names === undefined) return false;
    const open = this.#open.get(old) ?? new Set();
    if (open.has(now)) return true;
    this.#open.set(old, open.add(now));
    const inner = new TypeWalk(this.#checker, this.#names, this.#open).changes(old, now, flow, true);
    open.delete(now);
    if (inner.length > 0) this.#changes.push(swapOf(names, inner, path));
    return true;
  }

  #leftToItsName(old: ts.Type, now: ts.Type): boolean {
    if (this.#root?.[0] === old && this.#root[1] === now) return false;
    if (!sameName(this.#names, old, now)) return false;
    this.#deferred ||= !this.#fits(old, now) || !this.#fits(now, old);
    return true;
  }

  #parts(old: ts.Type, now: ts.Type, flow: Flow, path: readonly string[]): void {
    if (old === now) return;
    const [before, after] = [membersOfUnion(this.#checker, old), membersOfUnion(this.#checker, now)];
    this.#changes.push(...valueChanges(this.#checker, before.simple, after.simple, { whole: [old, now], flow, path }));
    const { pairs, gone, added } = pairObjects(this.#checker, before.objects, after.objects, (one, other) =>
      sameName(this.#names, one, other),
    );
    for (const [one, other] of pairs) this.#objects(one, other, flow, path);
    for (const type of gone) if (!this.#within(type, after.simple)) this.#goneObject(type, now, flow, path);
    for (const type of added) if (!this.#within(type, before.simple)) this.#addedObject(type, old, flow, path);
  }

  #within(type: ts.Type, simple: readonly ts.Type[]): boolean {
    return simple.some((member) => this.#fits(type, member));
  }

  #texts([old, now]: Sides): { readonly old: string; readonly new: string } {
    return { old: textOf(this.#checker, old), new: textOf(this.#checker, now) };
  }

  #goneObject(type: ts.Type, now: ts.Type, flow: Flow, path: readonly string[]): void {
    const text = textOf(this.#checker, type);
    const keys = type.getProperties().map(({ name }) => name);
    const kept = membersOfUnion(this.#checker, now).objects.some((other) =>
      keys.every((key) => other.getProperty(key) !== undefined),
    );
    const breaks = flow.written ? !this.#fits(type, now) : !kept;
    const rule = !breaks ? "type-changed" : flow.written ? "written-type-narrowed" : "name-removed";
    const what = `${short(text)} is no longer one of the alternatives`;
    const sides = { old: text, new: textOf(this.#checker, now), path };
    this.#changes.push({ severity: breaks ? "breaking" : "feature", rule, what, code: undefined, ...sides });
  }

  #addedObject(type: ts.Type, old: ts.Type, flow: Flow, path: readonly string[]): void {
    const breaks = flow.read && !this.#fits(type, old);
    const text = textOf(this.#checker, type);
    const what = `${short(text)} is a new alternative`;
    const rule = breaks ? "read-type-widened" : "type-changed";
    const sides = { old: textOf(this.#checker, old), new: text, path };
    this.#changes.push({ severity: breaks ? "breaking" : "feature", rule, what, code: undefined, ...sides });
  }

  #objects(old: ts.Type, now: ts.Type, flow: Flow, path: readonly string[]): void {
    if (old === now || this.#leftToItsName(old, now)) return;
    const seen = this.#seen.get(old) ?? new Set();
    if (seen.has(now)) return;
    this.#seen.set(old, seen.add(now));
    const items = [old, now].map((type) => itemOf(this.#checker, type));
    const [oldItem, newItem] = items;
    if (oldItem !== undefined && newItem !== undefined) {
      this.#compare(oldItem, newItem, flow, [...path, "[]"]);
      return;
    }
    if (oldItem !== undefined || newItem !== undefined || old.getCallSignatures().length > 0) {
      this.#otherType(old, now, flow, path);
      return;
    }
    const shared = this.#sharedParts(old, now);
    const rename = renamedProperty(this.#checker, old, now);
    if (rename !== undefined) this.#changes.push({ ...rename, path: [...path, rename.to] });
    for (const property of old.getProperties()) {
      if (property.name !== rename?.from) this.#property(property, now, flow, path, shared);
    }
    for (const property of now.getProperties()) {
      const known = old.getProperty(property.name) !== undefined || property.name === rename?.to;
      if (!known) this.#changes.push(...addedProperty(this.#checker, property, old, flow, path));
    }
    this.#index(old, now, flow, path);
  }

  /** Parts of an intersection that both sides have under one name. */
  #sharedParts(old: ts.Type, now: ts.Type): readonly Sides[] {
    if (!old.isIntersection() || !now.isIntersection()) return [];
    return old.types.flatMap((one) =>
      now.types.flatMap((other) => (sameName(this.#names, one, other) ? [[one, other] as const] : [])),
    );
  }

  #otherType(old: ts.Type, now: ts.Type, flow: Flow, path: readonly string[]): void {
    const [narrowed, widened] = [!this.#fits(old, now), !this.#fits(now, old)];
    if (!narrowed && !widened) return;
    const sides = this.#texts([old, now]);
    const breaks = (flow.written && narrowed) || (flow.read && widened);
    const rule = !breaks ? "type-changed" : flow.written && narrowed ? "written-type-narrowed" : "read-type-widened";
    const what = `${short(sides.old)} became ${short(sides.new)}`;
    this.#changes.push({ severity: breaks ? "breaking" : "feature", rule, path, what, code: undefined, ...sides });
  }

  #property(property: ts.Symbol, now: ts.Type, flow: Flow, path: readonly string[], shared: readonly Sides[]): void {
    const { name } = property;
    const before = propertyValue(this.#checker, property);
    if (isNever(before.type)) return;
    if (shared.some(([one, other]) => one.getProperty(name) !== undefined && other.getProperty(name) !== undefined)) {
      this.#deferred = true;
      return;
    }
    const counterpart = now.getProperty(name);
    const after = counterpart === undefined ? undefined : propertyValue(this.#checker, counterpart);
    const inside = [...path, name];
    if (after === undefined || isNever(after.type)) {
      const index = this.#checker
        .getIndexInfosOfType(now)
        .find(({ keyType, type }) => keyType.flags & ts.TypeFlags.String && !isNever(type));
      if (index !== undefined && after === undefined) {
        this.#compare(before.type, index.type, flow, inside);
        return;
      }
      this.#changes.push(goneProperty(this.#checker, inside, before));
      return;
    }
    this.#changes.push(...optionalityChange(this.#checker, inside, [before, after], flow));
    this.#compare(before.type, after.type, flow, inside);
  }

  #index(old: ts.Type, now: ts.Type, flow: Flow, path: readonly string[]): void {
    const [before, after] = [old, now].map((type) =>
      this.#checker.getIndexInfosOfType(type).find((info) => !isNever(info.type)),
    );
    const text = (info: ts.IndexInfo): string => `[key: string]: ${textOf(this.#checker, info.type)}`;
    if (before !== undefined && after !== undefined) {
      this.#compare(before.type, after.type, flow, [...path, "[key]"]);
    } else if (before !== undefined) {
      const sides = { old: text(before), new: undefined, path, code: '["any key"]' };
      this.#changes.push({ severity: "breaking", rule: "name-removed", what: "it has no further keys now", ...sides });
    } else if (after !== undefined) {
      const sides = { old: undefined, new: text(after), path, code: undefined };
      this.#changes.push({ severity: "feature", rule: "name-added", what: "it may have further keys now", ...sides });
    }
  }
}

/** What a list holds, or a stream of events or lines. */
function itemOf(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  if (checker.isArrayType(type)) return type.getNumberIndexType();
  if (type.getSymbol()?.name !== "AsyncIterable" || !isReference(type)) return undefined;
  return checker.getTypeArguments(type)[0];
}

const isReference = (type: ts.Type): type is ts.TypeReference => "target" in type;

const short = (text: string): string => {
  const line = text.replaceAll(/\s+/g, " ");
  return `\`${line.length > 90 ? `${line.slice(0, 87)}…` : line}\``;
};
