import { isList, isObject, type JsonObject, own, setOwn } from "../json.ts";
import { childOf, refTo, tokensOfRef } from "../pointer.ts";
import { type Anchors, anchorsIn } from "./anchors.ts";
import type { Kind } from "./document-kinds.ts";
import { SECTIONS } from "./field-forms.ts";
import { hoistedName } from "./hoisted-name.ts";

export const LEADS_BACK = "leads back to itself; let it end at something that is no $ref";

/** What a reference leads to, or why it leads nowhere. */
export type Followed =
  | { readonly target: unknown; readonly tokens: readonly string[]; readonly problem?: undefined }
  | { readonly problem: string };

/** A part of the document that becomes a component, because a reference names it. */
export interface Move {
  readonly kind: Kind;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly value: JsonObject;
  /** Whether it is no such thing: then it stays where it is, and the component is empty. */
  readonly wrong?: boolean;
}

/** A reference in the form that it has in the end, or why it has none. */
export type Canonical = { readonly ref: string } | { readonly problem: string };

/**
 * The references of one document. Those into paths, or into parts of other components, get a component of their own, so
 * that each is `#/components/SECTION/NAME` in the end: generators write code that does not compile for the others.
 */
export class References {
  readonly #root: JsonObject;
  /** What is promised to be a component, by its reference. */
  readonly #promised = new Map<string, Move>();
  readonly #known = new Map<string, Canonical>();
  readonly #moving = new Map<object, Move>();
  #waiting: Move[] = [];
  #anchors: Anchors | undefined;

  constructor(root: JsonObject) {
    this.#root = root;
  }

  /** What a reference leads to, over other references on its way. */
  follow(ref: string): Followed {
    return this.#follow(ref, []);
  }

  /** The reference in the form that it has in the end. */
  canonical(ref: string, kind: Kind): Canonical {
    const key = `${kind} ${ref}`;
    const before = this.#known.get(key);
    if (before !== undefined) return before;
    const result = this.#resolve(ref, kind);
    this.#known.set(key, result);
    return result;
  }

  /** Moves what `canonical` has promised since the last call. */
  move(kindOf: (value: object) => Kind | undefined): readonly Move[] {
    const moves = this.#waiting.map((move) =>
      (kindOf(move.value) ?? move.kind) === move.kind ? move : { ...move, value: {}, wrong: true },
    );
    this.#waiting = [];
    for (const { from, to, value, wrong } of moves) {
      const [, section = "", name = ""] = to;
      // Where it was is found again, because what is around it may have been moved before.
      if (!wrong) replace(this.#root, from, { $ref: refTo(to) });
      setOwn(memberObject(memberObject(this.#root, "components"), section), name, value);
    }
    return moves;
  }

  #follow(ref: string, outer: readonly string[]): Followed {
    const move = this.#promised.get(ref);
    if (move !== undefined) return { target: move.value, tokens: move.from };
    if (outer.includes(ref)) return { problem: LEADS_BACK };
    if (!ref.startsWith("#")) return { problem: leavesTheFile(ref) };
    const tokens = tokensOfRef(ref) ?? this.#anchored(ref);
    if (typeof tokens === "string") return { problem: tokens };
    const found = this.#walkTo(tokens, [...outer, ref]);
    // Some write a slash within a key as %2F instead of ~1.
    if (found.problem === undefined || !ref.includes("%2F")) return found;
    return this.#walkTo(ref.slice(2).split("/").map(decode), [...outer, ref]);
  }

  /** Where the schema with an anchor is, or why there is none. */
  #anchored(ref: string): readonly string[] | string {
    const [place, other] = this.placesOfAnchor(ref);
    if (place === undefined) return "is no JSON pointer, nor an $anchor; write it as #/components/SECTION/NAME";
    return other === undefined ? place : "is the $anchor of several schemas; give each another one";
  }

  /** Where the schemas with an anchor are that a reference such as `#node` names. */
  placesOfAnchor(ref: string): readonly (readonly string[])[] {
    this.#anchors ??= anchorsIn(this.#root);
    return this.#anchors.get(ref.slice(1)) ?? [];
  }

  #walkTo(tokens: readonly string[], outer: readonly string[]): Followed {
    let target: unknown = this.#root;
    let at: readonly string[] = [];
    for (const token of tokens) {
      if (childOf(target, token) === undefined && isObject(target) && typeof target.$ref === "string") {
        const inner = this.#follow(target.$ref, outer);
        if (inner.problem !== undefined) return inner;
        ({ target, tokens: at } = inner);
      }
      target = childOf(target, token);
      if (target === undefined) return { problem: "leads nowhere; give it the place of something in the document" };
      at = [...at, token];
    }
    return { target, tokens: at };
  }

  #resolve(ref: string, kind: Kind): Canonical {
    const found = this.follow(ref);
    if (found.problem !== undefined) return { problem: found.problem };
    if (typeof found.target === "boolean" && kind === "Schema") return { ref };
    if (!isObject(found.target)) return { problem: "leads to something that is no object" };
    const { tokens, target } = found;
    if (tokens.length < 2 || (tokens[0] === "components" && tokens.length < 3)) {
      return { problem: "leads to a whole part of the document; give it the place of one thing in it" };
    }
    const section = SECTIONS[kind];
    if (section === undefined) return { problem: "is not possible here" };
    if (tokens.length === 3 && tokens[0] === "components" && tokens[1] === section) return { ref: refTo(tokens) };
    // Another way to write the place, such as %2F for a slash, is no other place.
    const before = this.#moving.get(target);
    if (before?.kind === kind) return { ref: refTo(before.to) };
    const name = hoistedName(tokens, (name) => this.#isTaken(section, name));
    const move: Move = { kind, from: tokens, to: ["components", section, name], value: target };
    this.#promised.set(refTo(move.to), move);
    this.#moving.set(target, move);
    this.#waiting.push(move);
    return { ref: refTo(move.to) };
  }

  #isTaken(section: string, name: string): boolean {
    return (
      this.#promised.has(refTo(["components", section, name])) ||
      childOf(childOf(this.#root.components, section), name) !== undefined
    );
  }
}

const decode = (token: string): string => {
  try {
    return decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~");
  } catch {
    return token;
  }
};

function leavesTheFile(ref: string): string {
  if (/^https?:/.test(ref))
    return "is on the network; ask for it with --network, or copy what it names into the document";
  return "names another file that cannot be read here; copy what it names into the document";
}

/** Puts a value where the tokens lead, where an object or a list is there to hold it. */
function replace(root: JsonObject, tokens: readonly string[], value: JsonObject): void {
  const key = tokens.at(-1) ?? "";
  let parent: unknown = root;
  for (const token of tokens.slice(0, -1)) {
    parent = childOf(parent, token);
    // What is around it has become a component before.
    if (isObject(parent) && typeof parent.$ref === "string") {
      parent = (tokensOfRef(parent.$ref) ?? []).reduce<unknown>(childOf, root);
    }
  }
  if (isList(parent)) parent[Number(key)] = value;
  else if (isObject(parent)) setOwn(parent, key, value);
}

function memberObject(parent: JsonObject, key: string): JsonObject {
  const member = own(parent, key);
  if (isObject(member)) return member;
  const made: JsonObject = {};
  setOwn(parent, key, made);
  return made;
}
