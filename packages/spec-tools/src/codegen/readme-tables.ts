import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ApiDescription } from "../description/api-description.ts";
import { UserError } from "../system/user-error.ts";
import type { GeneratedFiles } from "./generated-files.ts";
import { operationTable, WORDS } from "./operation-table.ts";

const BEGIN = "<!-- operations:begin -->\n";
const END = "<!-- operations:end -->";

/**
 * The READMEs of a provider's package, each with the table of operations between its markers as the spec has it now. The
 * rest of them is written by hand and stays. `README.md` is English; what the spec says in English is the key of
 * `README.<language>.md` in `summaries.<language>.json`, by its English text, so that a changed summary is noticed.
 *
 * @throws {UserError} if a README has no place for the table, or a summary has no translation.
 */
export async function readmeTables(packageFolder: string, api: ApiDescription): Promise<GeneratedFiles> {
  const present = await readdir(packageFolder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const names = present.filter((name) => /^README(\.\w+)?\.md$/.test(name)).sort();
  const write = async (name: string): Promise<[string, string]> => {
    const file = join(packageFolder, name);
    const [, language = "en"] = /^README\.(\w+)\.md$/.exec(name) ?? [];
    const words = WORDS[language];
    if (!words) throw new UserError(`${file}: the table has no words in "${language}"; add them to operation-table.ts`);
    const translate =
      language === "en" ? same : await translator(join(packageFolder, `summaries.${language}.json`), api);
    return [name, withTable(file, await readFile(file, "utf8"), operationTable(api, words, translate))];
  };
  return new Map(await Promise.all(names.map(write)));
}

const same = (english: string): string => english;

async function translator(file: string, { operations }: ApiDescription): Promise<(english: string) => string> {
  const translations: unknown = await readFile(file, "utf8")
    .then(JSON.parse)
    .catch((cause: Error) => {
      throw new UserError(`${file} cannot be read as JSON: ${cause.message}`, { cause });
    });
  const known = new Map(Object.entries(Object(translations)));
  const said = operations.map(({ summary = "" }) => summary);
  const stale = [...known.keys()].find((english) => !said.includes(english));
  if (stale !== undefined) throw new UserError(`${file}: no operation has the summary "${stale}" any more; remove it`);
  return (english) => {
    const translation = known.get(english);
    if (typeof translation === "string") return translation;
    throw new UserError(`${file} has no translation of "${english}"; add it under that key`);
  };
}

function withTable(file: string, text: string, table: string): string {
  const [before, within, ...further] = text.split(BEGIN);
  const [, after, ...more] = within?.split(END) ?? [];
  if (after === undefined || further.length + more.length > 0) {
    throw new UserError(`${file} must have the line ${BEGIN.trim()} once, and after it ${END} once`);
  }
  return `${before}${BEGIN}${table}${END}${after}`;
}
