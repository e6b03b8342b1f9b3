import { eachOperation } from "./rule.ts";

const LIMIT = 80;

/** What is wrong with a summary, and what to do. */
function fault(summary: string): string | undefined {
  const [verb = ""] = summary.split(" ");
  if (summary.includes("\n")) return "has several lines; write one, and the rest into the description";
  if (summary.length > LIMIT) return `has ${summary.length} characters; say it in at most ${LIMIT}`;
  if (/[.!?]$/.test(summary)) return "ends like a sentence; leave out the full stop";
  if (!/^[A-Z]/.test(summary)) return "starts with a small letter; start with a capital";
  if (/^[A-Z][a-z]+(?:[^s]s|ing)$/.test(verb))
    return `starts with "${verb}"; use the imperative, as in "List the tokens"`;
  return undefined;
}

/** A summary is the line that lists, tables and hover texts show: an imperative without a full stop. */
export const summaryStyle = eachOperation(({ id, summary, pointer }) => {
  if (!summary?.trim()) {
    return [{ pointer, message: `${id} has no summary; say in a few words, as an imperative, what it does` }];
  }
  const why = fault(summary);
  return why === undefined ? [] : [{ pointer: `${pointer}/summary`, message: `the summary ${why}` }];
});
