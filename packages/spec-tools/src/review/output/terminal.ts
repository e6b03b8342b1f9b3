import type { Styled } from "../../system/styled.ts";
import type { Entry } from "../entries.ts";
import { atLeast, type RatedFinding, type Severity } from "../finding.ts";
import { impactSentence } from "../impact.ts";
import type { ProviderReview, Review } from "../review.ts";
import { count, groupsOf, verdictSentence, whereOf } from "../words.ts";

/** How a text looks, by what it is. */
const STYLES = {
  good: "green",
  bad: ["red", "bold"],
  careful: "yellow",
  new: "cyan",
  strong: "bold",
  soft: "dim",
} as const satisfies Readonly<Record<string, Parameters<Styled>[0]>>;

type Tone = keyof typeof STYLES;

type Paint = (tone: Tone, text: string) => string;

const TONES: Readonly<Record<Severity, Tone>> = { breaking: "bad", warn: "careful", feature: "new", patch: "soft" };

/** The review as a list for a terminal: every provider with its verdict, and its changes by operation. */
export function renderTerminal({ providers, stale }: Review, styled: Styled, least: Severity): string {
  const paint: Paint = (tone, text) => styled([STYLES[tone]].flat(), text);
  const missing = stale.map(
    ({ provider, finding }) =>
      `${paint("bad", "✗")} specs/review/approvals.yaml: no finding of ${provider} answers to ${finding}; remove the approval`,
  );
  return [...providers.map((provider) => providerText(provider, paint, least)), ...missing].join("\n");
}

function providerText(review: ProviderReview, paint: Paint, least: Severity): string {
  const { provider, ok, findings, problems, entries } = review;
  // Two files of anybody never fail by themselves, and a break is no good news all the same.
  const good = ok && (review.package !== undefined || review.severity !== "breaking");
  const mark = good ? paint("good", "✓") : paint("bad", "✗");
  const lines = [
    `${mark} ${paint("strong", provider)}: ${verdictSentence(review)}`,
    ...problems.map((problem) => `  ${problem}`),
  ];
  if (findings.length === 0) return lines.join("\n");
  lines.push(`  ${impactSentence(review)} ${countsOf(entries)}`);
  const shown = entries.filter(({ severity }) => atLeast(severity, least));
  for (const group of groupsOf({ ...review, entries: shown })) {
    const by = group.operations.length > 0 ? paint("soft", ` (${shortList(group.operations)})`) : "";
    lines.push(
      "",
      `  ${paint("strong", group.title)}${by}`,
      ...group.entries.map((entry) => entryText(entry, { paint, least, keys: review.package !== undefined })),
    );
  }
  const hidden = entries.length - shown.length;
  if (hidden > 0) lines.push("", paint("soft", `  ${count(hidden, "lesser change")} not shown; --all shows every one`));
  return lines.join("\n");
}

const shortList = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");

/** `2 breaking, 1 feature`, from the heaviest. */
export function countsOf(entries: readonly Entry[]): string {
  const of = (severity: Severity): number => entries.filter((entry) => entry.severity === severity).length;
  const counts = (["breaking", "warn", "feature", "patch"] as const).flatMap((severity) =>
    of(severity) > 0 ? [`${of(severity)} ${severity}`] : [],
  );
  return `${count(entries.length, "change")}: ${counts.join(", ")}.`;
}

interface Look {
  readonly paint: Paint;
  readonly least: Severity;
  /** Whether an approval could name the findings. */
  readonly keys: boolean;
}

function entryText({ severity, location, place, wire, types, approved }: Entry, look: Look): string {
  const { paint, least } = look;
  const where = whereOf(place);
  const head = `    ${paint(TONES[severity], severity.padEnd(8))} ${location}${approved ? paint("good", " approved") : ""}`;
  return [
    where === undefined ? head : `${head}  ${paint("soft", where)}`,
    ...[...wire, ...types]
      .filter((finding) => atLeast(finding.severity, least))
      .map((finding) => findingText(finding, look)),
  ].join("\n");
}

function findingText({ axis, why, severity, approved, key }: RatedFinding, { paint, keys }: Look): string {
  const text = `             ${paint("soft", axis.padEnd(5))} ${why}`;
  return keys && severity === "breaking" && approved === undefined ? `${text} ${paint("soft", `[${key}]`)}` : text;
}
