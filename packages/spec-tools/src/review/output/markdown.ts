import type { Entry } from "../entries.ts";
import type { RatedFinding } from "../finding.ts";
import { impactSentence } from "../impact.ts";
import type { ProviderReview, Review } from "../review.ts";
import { count, groupsOf, headline, verdictSentence, whereOf } from "../words.ts";

/** GitHub refuses a comment of more than 65,536 characters. */
const LIMIT = 60_000;

/** The review as a comment on a pull request: whole changes, as many as fit, and how many are left out. */
export function renderMarkdown(review: Review): string {
  const { compared, providers, stale } = review;
  const notes = stale.map(({ provider, finding }) => `\`${provider} ${finding}\``).join(", ");
  const head = [
    `## Spec review: ${headline(review)}`,
    `${inline(compared)}.`,
    table(providers),
    ...(stale.length > 0
      ? [
          `**${count(stale.length, "approval")} that no finding answers to.** Remove from \`specs/review/approvals.yaml\`: ${notes}`,
        ]
      : []),
  ].join("\n\n");
  const blocks = providers.flatMap(section);
  const kept = [head];
  let size = Buffer.byteLength(head);
  let left = 0;
  for (const { text, changes } of blocks) {
    size += Buffer.byteLength(text) + 2;
    if (size > LIMIT - 200) left += changes;
    else kept.push(text);
  }
  if (left > 0) kept.push(`… and ${count(left, "more change")}; the page and review.json have all.`);
  return `${kept.join("\n\n")}\n`;
}

function table(providers: readonly ProviderReview[]): string {
  const rows = providers.map(
    ({ provider, severity, required, package: owner, ok, lint }) =>
      `| ${ok ? "✅" : "❌"} ${inline(provider)} | ${severity ?? "none"} | ${required} | ${owner?.declared ?? "–"} | ${lint.length === 0 ? "–" : lint.length} |`,
  );
  return ["| Provider | Change | Required | Declared | Lint |", "|---|---|---|---|---|", ...rows].join("\n");
}

/** A piece that is shown whole or not at all, and how many changes it tells. */
interface Block {
  readonly text: string;
  readonly changes: number;
}

function section(review: ProviderReview): readonly Block[] {
  const { provider, lint, file, problems, findings } = review;
  const keys = review.package !== undefined;
  if (findings.length + lint.length + problems.length === 0) return [];
  const head = [
    `### ${inline(provider)}`,
    verdictSentence(review),
    ...(findings.length > 0 ? [inline(impactSentence(review))] : []),
    ...problems.map((problem) => `⚠️ ${inline(problem)}`),
  ].join("\n\n");
  const lines = lint.map(({ line, rule, message }) => `- \`${file}:${line}\` ${inline(message)} (${rule})`);
  return [
    { text: head, changes: 0 },
    ...groupsOf(review).flatMap(({ title, operations, entries }) => {
      const by = operations.length > 0 ? ` · ${inline(operations.join(", ").slice(0, 200))}` : "";
      return entries.map((entry, index) => ({
        text: index === 0 ? `**${inline(title)}**${by}\n\n${change(entry, keys)}` : change(entry, keys),
        changes: 1,
      }));
    }),
    ...(lines.length > 0 ? [{ text: ["**Lint**", "", ...lines].join("\n"), changes: 0 }] : []),
  ];
}

function change(entry: Entry, keys: boolean): string {
  const { severity, location, place, wire, types } = entry;
  const where = whereOf(place);
  return [
    `- **${severity}** ${inline(location)}${where === undefined ? "" : ` · \`${where}\``}`,
    ...wire.map((finding) => mark("wire", finding, keys)),
    ...types.map((finding) => mark("TypeScript", finding, keys)),
    ...(severity === "breaking" ? beforeAndAfter(wire[0] ?? types[0]) : []),
  ].join("\n");
}

function mark(axis: string, { why, approved, severity, key }: RatedFinding, keys: boolean): string {
  const name = keys && severity === "breaking" ? ` \`${key}\`` : "";
  return `  - ${axis}: ${inline(why)}${name}${approved === undefined ? "" : ` Approved: ${inline(approved)}`}`;
}

const LONGEST_VALUE = 600;

/** Both texts as a diff; a long one is cut, and says so. */
function beforeAndAfter(finding: RatedFinding | undefined): readonly string[] {
  const { old, new: now } = finding ?? {};
  if (old === undefined && now === undefined) return [];
  const side = (sign: string, text: string | undefined): readonly string[] =>
    text === undefined
      ? []
      : cut(text)
          .split("\n")
          .map((line) => `  ${sign} ${line}`);
  const fence = "`".repeat(Math.max(3, ...[old, now].map((text) => longestRun(text ?? "") + 1)));
  return ["", `  ${fence}diff`, ...side("-", old), ...side("+", now), `  ${fence}`];
}

const cut = (text: string): string => (text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)} …` : text);

const longestRun = (text: string): number => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));

/** Text that Markdown must not read as anything else; code stays as it is. */
export const inline = (text: string): string =>
  text
    .replaceAll(/\s+/g, " ")
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/([*_<>|[\]`])/g, "\\$1")))
    .join("");
