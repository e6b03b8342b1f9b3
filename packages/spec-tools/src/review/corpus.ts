import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";
import { projectFolder } from "../project/project-folder.ts";
import { providers } from "../project/providers.ts";
import type { Severity } from "./finding.ts";

/** One change to a spec, and what a review has to say about it. */
export interface Variant {
  readonly provider: string;
  readonly change: string;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
  /** Places, and their new keys. */
  readonly rename?: Readonly<Record<string, string>>;
  /** Words, and their replacements everywhere in the text. */
  readonly replace?: Readonly<Record<string, string>>;
  readonly wire: Severity | "none";
  readonly types: Severity | "none";
  /** The verdict on the same change made backwards. */
  readonly back?: Pick<Variant, "wire" | "types">;
}

/** All variants of specs/review/corpus, each with the spec it changes: a copy there, so that a change of a spec is no change of the corpus. */
export async function variants(): Promise<readonly (Variant & { readonly spec: string })[]> {
  const folder = join(projectFolder(), "specs/review/corpus");
  const found = [];
  for (const { name: provider, spec } of await providers(folder)) {
    const entries: Variant[] = parse(await readFile(join(folder, `${provider}.yaml`), "utf8"));
    found.push(...entries.map((entry) => ({ ...entry, provider, spec })));
  }
  return found;
}

/** The text of a spec after the change, as JSON. */
export function changed(text: string, variant: Variant): string {
  const { set = {}, remove = [], rename = {}, replace = {} } = variant;
  const replaced = Object.entries(replace).reduce((all, [word, other]) => replaceWord(all, word, other), text);
  const before = parsed(text);
  const document = structuredClone(parsed(replaced));
  for (const place of remove) removeAt(document, resolve(document, place));
  for (const [place, key] of Object.entries(rename)) renameAt(document, resolve(document, place), key);
  for (const [place, value] of Object.entries(set)) setAt(document, resolve(document, place), value);
  if (isDeepStrictEqual(document, before)) throw new Error(`"${variant.change}" changes nothing`);
  return JSON.stringify(document);
}

/** Documents by their texts: hundreds of variants change one spec. */
const documents = new Map<string, Node>();

function parsed(text: string): Node {
  const document: Node = documents.get(text) ?? parse(text);
  documents.set(text, document);
  return document;
}

const replaceWord = (text: string, word: string, other: string): string =>
  text.replaceAll(new RegExp(`(?<![\\w])${word}(?![\\w])`, "g"), other);

/** An object or a list of a document. */
type Node = { [key: string]: unknown };

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** What is at a path, with its last key. What is not there is made on the way if `make` is set. */
function parentAt(document: Node, path: readonly string[], make = false): readonly [Node, string] {
  let node = document;
  for (const key of path.slice(0, -1)) {
    if (make) node[key] ??= {};
    const next = node[key];
    if (!isNode(next)) throw new Error(`${path.join("/")} is not there`);
    node = next;
  }
  return [node, path.at(-1) ?? ""];
}

function setAt(document: Node, path: readonly string[], value: unknown): void {
  const [parent, key] = parentAt(document, path, true);
  parent[key] = structuredClone(value);
}

function removeAt(document: Node, path: readonly string[]): void {
  const [parent, key] = parentAt(document, path);
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

/** Keeps the order of the keys. */
function renameAt(document: Node, path: readonly string[], name: string): void {
  const [parent, key] = parentAt(document, path);
  if (!(key in parent)) throw new Error(`${path.join("/")} is not there`);
  const entries = Object.entries(parent);
  for (const [old, value] of entries) {
    delete parent[old];
    parent[old === key ? name : old] = value;
  }
}

/** A place as the keys from the root: it starts with an operationId, the name of a schema, or a key of the document. */
function resolve(document: Node, place: string): readonly string[] {
  const [first = "", ...rest] = place.split("/").map((key) => key.replaceAll("~1", "/"));
  const operation = operationPath(document, first);
  if (operation !== undefined) return [...operation, ...rest];
  const { components } = document;
  const isSchema = isNode(components) && isNode(components.schemas) && first in components.schemas;
  return isSchema ? ["components", "schemas", first, ...rest] : [first, ...rest];
}

function operationPath({ paths }: Node, id: string): readonly string[] | undefined {
  for (const [path, item] of entriesOf(paths)) {
    for (const [method, operation] of entriesOf(item)) {
      if (isNode(operation) && operation.operationId === id) return ["paths", path, method];
    }
  }
  return undefined;
}

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  isNode(value) ? Object.entries(value) : [];
