import type { Rule } from "../../description/rules/rule.ts";

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
export const summaryStyle: Rule = () => ({
  Operation({ summary, operationId }, { report, location, key }) {
    if (!summary?.trim()) {
      report({
        message: `${operationId ?? key} has no summary; say in a few words, as an imperative, what it does`,
        location: location.key(),
      });
      return;
    }
    const why = fault(summary);
    if (why !== undefined) report({ message: `the summary ${why}`, location: location.child("summary") });
  },
});
