import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Document, isMap, type Pair, parse, parseDocument, visit } from "yaml";
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

/** The text of a spec after the change. */
export function changed(text: string, variant: Variant): string {
  const { set = {}, remove = [], rename = {}, replace = {} } = variant;
  const replaced = Object.entries(replace).reduce((all, [word, other]) => replaceWord(all, word, other), text);
  const document = parsed(replaced).clone();
  for (const place of remove) document.deleteIn(resolve(document, place));
  for (const [place, key] of Object.entries(rename)) renameIn(document, resolve(document, place), key);
  for (const [place, value] of Object.entries(set))
    document.setIn(resolve(document, place), document.createNode(value));
  const result = document.toString({ lineWidth: 0 });
  if (result === text) throw new Error(`"${variant.change}" changes nothing`);
  return result;
}

/** Documents by their texts: hundreds of variants change one spec. */
const documents = new Map<string, Document>();

function parsed(text: string): Document {
  const document = documents.get(text) ?? parseDocument(text);
  documents.set(text, document);
  return document;
}

const replaceWord = (text: string, word: string, other: string): string =>
  text.replaceAll(new RegExp(`(?<![\\w])${word}(?![\\w])`, "g"), other);

/** A place as the keys from the root: it starts with an operationId, the name of a schema, or a key of the document. */
function resolve(document: Document, place: string): readonly (string | number)[] {
  const [first = "", ...rest] = place.split("/").map((key) => key.replaceAll("~1", "/"));
  const steps = rest.map((key) => (/^\d$/.test(key) ? Number(key) : key));
  const operation = operationPath(document, first);
  if (operation !== undefined) return [...operation, ...steps];
  return document.hasIn(["components", "schemas", first])
    ? ["components", "schemas", first, ...steps]
    : [first, ...steps];
}

function operationPath(document: Document, id: string): readonly string[] | undefined {
  const paths = document.get("paths");
  if (!isMap(paths)) return undefined;
  let found: readonly string[] | undefined;
  visit(paths, {
    Pair(_, { key, value }, ancestors) {
      if (String(key) !== "operationId" || String(value) !== id) return;
      const keys = ancestors.filter((node): node is Pair => "key" in node).map((node) => String(node.key));
      // Links and callbacks have operationIds as well.
      if (keys.length !== 2) return undefined;
      found = ["paths", ...keys];
      return visit.BREAK;
    },
  });
  return found;
}

function renameIn(document: Document, path: readonly (string | number)[], key: string): void {
  const parent = document.getIn(path.slice(0, -1));
  if (!isMap(parent)) throw new Error(`${path.join("/")} is not there`);
  const pair = parent.items.find((item) => String(item.key) === String(path.at(-1)));
  if (pair === undefined) throw new Error(`${path.join("/")} is not there`);
  pair.key = document.createNode(key);
}
