import { readFile } from "node:fs/promises";
import { parseDocument } from "yaml";
import { UserError } from "./user-error.ts";

/** How the list is called where something is wrong with it: `a list, each entry`, and one of it: `entry`. */
export interface EntryWords {
  readonly list: string;
  readonly one: string;
}

/**
 * Reads a YAML list whose entries have these fields, each a text, and nothing else; empty if the file is not there.
 *
 * @throws {UserError} if the file holds something else.
 */
export async function readEntries<Field extends string>(
  file: string,
  fields: readonly Field[],
  words: EntryWords,
): Promise<readonly Readonly<Record<Field, string>>[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw new UserError(`${file} cannot be read (${error.code}); it is a YAML list`);
  });
  const document = parseDocument(text);
  const [problem] = document.errors;
  if (problem !== undefined) throw new UserError(`${file}: the YAML is malformed: ${problem.message.split("\n")[0]}`);
  const entries: unknown = document.toJS() ?? [];
  const needed = fields.join(", ");
  if (!Array.isArray(entries)) throw new UserError(`${file}: write ${words.list} with ${needed}`);
  return entries.map((entry: unknown, index) => {
    if (hasFields(entry, fields)) return entry;
    throw new UserError(`${file}: ${words.one} ${index + 1} needs ${needed}, each a text, and nothing else`);
  });
}

const hasFields = <Field extends string>(
  entry: unknown,
  fields: readonly Field[],
): entry is Readonly<Record<Field, string>> =>
  typeof entry === "object" &&
  entry !== null &&
  Object.keys(entry).length === fields.length &&
  fields.every((field) => {
    const value: unknown = Reflect.get(entry, field);
    return typeof value === "string" && value.trim() !== "";
  });
