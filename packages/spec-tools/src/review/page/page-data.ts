import type { Entry } from "../entries.ts";
import { type RatedFinding, SEVERITIES } from "../finding.ts";
import type { ProviderReview } from "../review.ts";
import { groupsOf, whereOf } from "../words.ts";

/** A finding as the page's script reads it. */
type FindingRow = readonly [
  axis: "wire" | "types",
  rule: string,
  why: string,
  old: string | 0,
  now: string | 0,
  key: string,
  approved: string | 0,
];

/** A change as the page's script reads it: short, because there may be thousands. */
type Row = readonly [
  severity: number,
  location: string,
  where: string,
  operations: readonly number[],
  group: number,
  findings: readonly FindingRow[],
];

/** All changes of one provider for the page. */
export interface PageData {
  readonly provider: string;
  /** Whether an approval could name the findings. */
  readonly approvable: boolean;
  readonly operations: readonly string[];
  readonly groups: readonly (readonly [title: string, operations: string])[];
  readonly rows: readonly Row[];
}

/** How much of a value the page shows: less where there are so many that the page would be too large. */
const LENGTHS = [2000, 400, 120, 0] as const;

/** What the data of a page may take, in bytes; the page as a whole stays under 3 MB. */
const LIMIT = 2_300_000;

/** The changes of all providers as JSON for a script element. */
export function pageData(providers: readonly ProviderReview[]): string {
  let text = "";
  for (const length of LENGTHS) {
    // A browser ends a script element at its closing tag, wherever that is.
    text = JSON.stringify(providers.map((provider) => dataOf(provider, length))).replaceAll("<", "\\u003c");
    if (Buffer.byteLength(text) <= LIMIT) break;
  }
  return text;
}

function dataOf(review: ProviderReview, length: number): PageData {
  const operations = [
    ...new Set(review.entries.flatMap((entry) => entry.operations.map((id) => review.addresses[id] ?? id))),
  ].sort();
  const numbers = new Map(operations.map((address, index) => [address, index]));
  const groups = groupsOf(review);
  return {
    provider: review.provider,
    approvable: review.package !== undefined,
    operations,
    groups: groups.map((group) => [
      group.title,
      group.operations.slice(0, 4).join(", ") +
        (group.operations.length > 4 ? ` and ${group.operations.length - 4} more` : ""),
    ]),
    rows: groups.flatMap(({ entries }, group) =>
      entries.map((entry): Row => {
        const own = entry.operations.map((id) => numbers.get(review.addresses[id] ?? id) ?? 0);
        const findings = [...entry.wire, ...entry.types].map((finding) => rowOf(finding, length));
        return [SEVERITIES.indexOf(entry.severity), entry.location, whereIn(entry), own, group, findings];
      }),
    ),
  };
}

function whereIn({ place }: Entry): string {
  if (place?.side === "old") return `removed in the old file, line ${place.line}`;
  return whereOf(place) ?? "";
}

const rowOf = ({ axis, rule, why, old, new: now, key, approved }: RatedFinding, length: number): FindingRow => [
  axis,
  rule,
  why,
  cut(old, length),
  cut(now, length),
  key,
  approved ?? 0,
];

function cut(text: string | undefined, length: number): string | 0 {
  if (text === undefined || length === 0) return 0;
  return text.length > length ? `${text.slice(0, length)}\n… the rest is in review.json` : text;
}
