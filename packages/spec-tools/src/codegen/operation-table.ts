import { markdownTable } from "markdown-table";
import type { ApiDescription, ApiOperation } from "../description/api-description.ts";
import type { Effect } from "../description/effects.ts";
import { isError, isSuccess } from "../description/example-input.ts";

/** The words of the table in one language. */
interface Words {
  readonly head: readonly string[];
  readonly effects: Readonly<Record<Effect, string>>;
  readonly retried: Readonly<Record<Effect, string>>;
}

/** By the language of a README: `README.md` is English, `README.ru.md` Russian. */
export const WORDS: Readonly<Record<string, Words>> = {
  en: {
    head: ["Operation", "What it does", "Effect", "Retried after a lost response", "Statuses"],
    effects: { read: "read", replace: "replace", create: "create", delete: "delete", rotate: "rotate" },
    retried: { read: "yes", replace: "yes", create: "**no**", delete: "yes", rotate: "**no**" },
  },
  ru: {
    head: ["Операция", "Что делает", "Эффект", "Повтор, если ответ потерян", "Статусы"],
    effects: { read: "чтение", replace: "замена", create: "создание", delete: "удаление", rotate: "смена секрета" },
    retried: { read: "да", replace: "да", create: "**нет**", delete: "да", rotate: "**нет**" },
  },
};

/**
 * The operations of a spec as a Markdown table: what each does, what a second request would do, whether it is retried after
 * a lost response, and the documented statuses.
 *
 * @param summaryIn Returns the summary of an operation in the language of the words.
 */
export function operationTable(
  { operations }: ApiDescription,
  words: Words,
  summaryIn: (english: string) => string,
): string {
  const rowOf = ({ id, summary = "", effect, responses }: ApiOperation): readonly string[] => {
    const successes = responses.filter(isSuccess).map(({ status }) => status);
    const errors = responses.filter(isError).map(({ status }) => status);
    return [
      `\`${id}\``,
      summaryIn(summary).trim().replaceAll("|", "\\|").replaceAll(/\s+/g, " "),
      words.effects[effect],
      words.retried[effect],
      [successes.join(", "), errors.join(", ")].filter(Boolean).join("; "),
    ];
  };
  const rows = operations.map(rowOf);
  return `${markdownTable([words.head, ...rows], { alignDelimiters: false })}\n`;
}
