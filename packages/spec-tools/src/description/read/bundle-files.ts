import { resolve } from "node:path";
import { bundle, createConfig, Source } from "@redocly/openapi-core";
import { isList, isObject, type JsonObject } from "../json.ts";
import { pointerOf, tokensOf } from "../pointer.ts";
import { type Problem, SpecError } from "../problem.ts";
import type { DocumentSource } from "./document-source.ts";
import { parseText } from "./parse-text.ts";
import { ReferencedFiles } from "./referenced-files.ts";
import { versionIn } from "./version-in.ts";

/**
 * Reads a document that refers to other files, and puts what they hold into it as components. The only file of the
 * description that knows the bundler.
 *
 * @throws {SpecError} with every reference that cannot be followed.
 */
export async function bundleFiles(file: string, text: string, network: boolean): Promise<DocumentSource> {
  const root = resolve(file);
  const parsed = parseText(file, text);
  const { document } = versionIn(file, parsed);
  const self = typeof document.$self === "string" ? document.$self : undefined;
  const files = new ReferencedFiles(file, text, network, self);
  const origins = new Map<object, Origin>();
  noteOrigins(document, { path: root, tokens: [] }, origins);
  await bundleInto({ source: new Source(root, text), parsed: document }, files, file);
  for (const [path, value] of files.parsed) noteOrigins(value, { path, tokens: [] }, origins);
  const turns = turnsIn(document, { path: root, tokens: [] }, origins);
  const stated = versionIn(file, document);
  const original: JsonObject = structuredClone(document);
  return {
    stated,
    // They are read at the same time, so their order would be chance.
    files: [file, ...[...files.parsed.keys()].map((path) => files.nameOf(path)).sort()],
    reread: () => original,
    placeOf: (tokens) => {
      const origin = originOf(turns, { path: root, tokens: [] }, tokens);
      return { file: files.nameOf(origin.path), ...files.placeIn(origin.path, origin.tokens) };
    },
  };
}

async function bundleInto(
  doc: { readonly source: Source; readonly parsed: JsonObject },
  files: ReferencedFiles,
  file: string,
): Promise<void> {
  const config = await createConfig({});
  const { problems } = await bundle({
    doc,
    config,
    externalRefResolver: files,
    componentRenamingConflicts: "off",
  }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SpecError([
      { file, line: 1, column: 1, rule: "reference", message: `the references cannot be followed: ${reason}` },
    ]);
  });
  const malformed = files.malformed.flatMap(({ problems }) => problems);
  const broken = problems.map(({ message, location: [at] }): Problem => {
    const path = at?.source.absoluteRef ?? resolve(file);
    const tokens =
      at?.pointer === undefined ? [] : tokensOf(decodeURI(at.pointer.replace(/^#/, "").replace(/\/$/, "")));
    const reason = message.replace(/^Can't resolve \$ref:? ?/, "");
    const sentence = `$ref cannot be followed: ${reason || "there is nothing at its place in the file; correct it"}`;
    return {
      file: files.nameOf(path),
      ...files.placeIn(path, [...tokens, "$ref"]),
      rule: "reference",
      message: sentence,
    };
  });
  const told = malformed.length > 0 ? malformed : broken;
  if (told.length > 0) throw new SpecError(told);
}

/** Where something was before it was put into the document: a file by its path, and the keys and indexes within it. */
interface Origin {
  readonly path: string;
  readonly tokens: readonly string[];
}

const childOrigin = ({ path, tokens }: Origin, key: string): Origin => ({ path, tokens: [...tokens, key] });

function noteOrigins(value: unknown, origin: Origin, origins: Map<object, Origin>): void {
  if ((!isObject(value) && !isList(value)) || origins.has(value)) return;
  origins.set(value, origin);
  for (const [key, member] of Object.entries(value)) noteOrigins(member, childOrigin(origin, key), origins);
}

/** The places of a document below which everything comes from somewhere else, by their pointers. */
function turnsIn(
  document: JsonObject,
  start: Origin,
  origins: ReadonlyMap<object, Origin>,
): ReadonlyMap<string, Origin> {
  const turns = new Map<string, Origin>();
  const visit = (value: unknown, path: readonly string[], expected: Origin, outer: readonly object[]): void => {
    if ((!isObject(value) && !isList(value)) || outer.includes(value)) return;
    const origin = origins.get(value) ?? expected;
    const same = origin.path === expected.path && pointerOf(origin.tokens) === pointerOf(expected.tokens);
    if (!same) turns.set(pointerOf(path), origin);
    for (const [key, member] of Object.entries(value)) {
      visit(member, [...path, key], childOrigin(origin, key), [...outer, value]);
    }
  };
  visit(document, [], start, []);
  return turns;
}

function originOf(turns: ReadonlyMap<string, Origin>, start: Origin, tokens: readonly string[]): Origin {
  for (let length = tokens.length; length > 0; length--) {
    const turn = turns.get(pointerOf(tokens.slice(0, length)));
    if (turn !== undefined) return { path: turn.path, tokens: [...turn.tokens, ...tokens.slice(length)] };
  }
  return { path: start.path, tokens };
}
