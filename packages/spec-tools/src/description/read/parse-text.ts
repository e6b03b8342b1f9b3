import { CORE_SCHEMA, constructFromEvents, EVENT_ID, mergeTag, parseEvents, YAMLException } from "js-yaml";
import { isList, isObject } from "../json.ts";
import { SpecError } from "../problem.ts";

/** Nesting beyond this is no API description, but an attack or an accident. */
const MAX_DEPTH = 200;
/** How many values a file may hold when all of its aliases are written out. */
const MAX_VALUES = 5_000_000;

const schema = CORE_SCHEMA.withTags(mergeTag);

/**
 * What a text in YAML or JSON says. Every value is in one place only, aliases included, so that a change of one is no
 * change of another.
 *
 * @throws {SpecError} if it is malformed, names a key twice, or is no single document.
 */
export function parseText(file: string, text: string): unknown {
  const events = wellFormed(file, text, () => parseEvents(text, { filename: "", maxDepth: MAX_DEPTH }));
  const documents = wellFormed(file, text, () => constructFromEvents(events, { source: text, filename: "", schema }));
  if (documents.length > 1) {
    throw malformed(file, "the file holds more than one YAML document; keep one per file", lastDocument(text));
  }
  const [value] = documents;
  if (!events.some(({ type }) => type === EVENT_ID.ALIAS)) return value;
  checkAliases(file, value);
  return JSON.parse(JSON.stringify(value));
}

function wellFormed<T>(file: string, text: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = error.mark ? error.mark.line + 1 : 1;
    const column = error.mark ? error.mark.column + 1 : 1;
    const format = /^\s*[{[]/.test(text) ? "JSON" : "YAML";
    throw malformed(file, `the ${format} is malformed: ${error.reason}`, line, column);
  }
}

/** The line that begins the last document of a text. */
const lastDocument = (text: string): number => text.slice(0, text.lastIndexOf("\n---") + 1).split("\n").length;

/** An alias may name a value that contains the alias itself, or so many values that no memory can hold them. */
function checkAliases(file: string, root: unknown): void {
  const sizes = new Map<object, number>();
  const outer = new Set<object>();
  const sizeOf = (value: unknown): number => {
    if (!isObject(value) && !isList(value)) return 1;
    const known = sizes.get(value);
    if (known !== undefined) return known;
    if (outer.has(value)) {
      throw malformed(file, "a YAML alias is within the value that it names; write the value out, or use $ref", 1);
    }
    outer.add(value);
    let size = 1;
    for (const member of Object.values(value)) size += sizeOf(member);
    outer.delete(value);
    sizes.set(value, size);
    return size;
  };
  if (sizeOf(root) > MAX_VALUES) {
    throw malformed(file, "the YAML aliases write out to more than five million values; use $ref", 1);
  }
}

const malformed = (file: string, message: string, line: number, column = 1): SpecError =>
  new SpecError([{ file, line, column, rule: "well-formed", message }]);
