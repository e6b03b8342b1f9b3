import type { ProviderReview, RatedFinding, Review } from "./review.ts";
import { count, groupsOf, headline, verdictSentence } from "./words.ts";

/** GitHub refuses a comment of more than 65,536 characters. */
const LIMIT = 60_000;

/** The review as a comment on a pull request: whole lines, as many as fit, and how many are left out. */
export function renderMarkdown(review: Review): string {
  const text = wholeMarkdown(review);
  if (Buffer.byteLength(text) <= LIMIT) return text;
  const lines = text.split("\n");
  const kept: string[] = [];
  let size = 0;
  for (const line of lines) {
    size += Buffer.byteLength(line) + 1;
    if (size > LIMIT - 200) break;
    kept.push(line);
  }
  const left = lines.slice(kept.length).filter((line) => line.startsWith("- ")).length;
  return `${kept.join("\n")}\n\n… and ${count(left, "finding")} more; the page and review.json have all.\n`;
}

function wholeMarkdown(review: Review): string {
  const { compared, providers, stale } = review;
  return [
    `## Spec review: ${headline(review)}`,
    `${compared}.`,
    table(providers),
    ...(stale.length > 0
      ? [
          `**${count(stale.length, "approval")} that no finding answers to.** Remove from \`specs/review/approvals.yaml\`: ${stale
            .map(({ provider, finding }) => `\`${provider} ${finding}\``)
            .join(", ")}`,
        ]
      : []),
    ...providers
      .filter(({ findings, lint, problems }) => findings.length + lint.length + problems.length > 0)
      .map(section),
  ]
    .join("\n\n")
    .concat("\n");
}

function table(providers: readonly ProviderReview[]): string {
  const rows = providers.map(
    ({ provider, severity, required, package: owner, ok, lint }) =>
      `| ${ok ? "✅" : "❌"} ${provider} | ${severity ?? "none"} | ${required} | ${owner?.declared ?? "–"} | ${lint.length === 0 ? "clean" : lint.length} |`,
  );
  return ["| Provider | Change | Required | Declared | Lint |", "|---|---|---|---|---|", ...rows].join("\n");
}

function section(review: ProviderReview): string {
  const { provider, lint, file, problems } = review;
  return [
    `### ${provider}`,
    verdictSentence(review),
    ...problems.map((problem) => `⚠️ ${inline(problem)}`),
    ...groupsOf(review).map(({ title, findings }) => [`**${title}**`, "", ...findings.map(line)].join("\n")),
    ...(lint.length > 0
      ? [
          [
            "**Lint**",
            "",
            ...lint.map(({ line, rule, message }) => `- \`${file}:${line}\` ${inline(message)} (${rule})`),
          ].join("\n"),
        ]
      : []),
  ].join("\n\n");
}

function line({ severity, axis, location, why, approved, key }: RatedFinding): string {
  const note = approved === undefined ? "" : ` Approved: ${inline(approved)}`;
  const name = severity === "breaking" ? ` \`${key}\`` : "";
  return `- **${severity}** (${axis}) ${inline(location)}: ${inline(why)}${name}${note}`;
}

/** Text that Markdown must not read as anything else; code stays as it is. */
export const inline = (text: string): string =>
  text
    .replaceAll(/\s+/g, " ")
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/([*_<>|[\]`])/g, "\\$1")))
    .join("");
