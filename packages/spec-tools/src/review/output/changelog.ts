import type { Entry } from "../entries.ts";
import type { RatedFinding, Severity } from "../finding.ts";
import type { ProviderReview } from "../review.ts";
import { groupsOf } from "../words.ts";
import { inline } from "./markdown.ts";

const SECTIONS = [
  ["Breaking changes", "breaking"],
  ["Changes that may break some callers", "warn"],
  ["New", "feature"],
] as const satisfies readonly (readonly [string, Severity])[];

/** Rules of changes that break nothing and that callers should know of all the same. */
const DEPRECATIONS = new Set(["operation-deprecated", "operation-sunset-changed", "deprecated"]);

/** What changed for callers, in Markdown: what breaks, what is new, what is deprecated. Words and examples are left out. */
export function renderChangelog(
  review: ProviderReview,
  versions: { readonly old: string | undefined; readonly now: string | undefined },
): string {
  const { old, now } = versions;
  const versionText = old === now ? (now ?? "") : `${old ?? ""} → ${now ?? ""}`;
  const parts = SECTIONS.flatMap(([title, severity]) =>
    section(
      title,
      review,
      review.entries.filter((entry) => entry.severity === severity),
    ),
  );
  const deprecated = review.entries.filter(
    ({ severity, wire }) => severity === "patch" && wire.some(({ rule }) => DEPRECATIONS.has(rule)),
  );
  parts.push(...section("Deprecated", review, deprecated));
  if (parts.length === 0) parts.push("Nothing changed that a caller notices.");
  return `${[`# ${inline(review.api.info.title)} ${inline(versionText)}`, ...parts].join("\n\n")}\n`;
}

function section(title: string, review: ProviderReview, entries: readonly Entry[]): readonly string[] {
  if (entries.length === 0) return [];
  const groups = groupsOf({ ...review, entries });
  return [
    `## ${title}`,
    ...groups.map((group) => [`### ${inline(group.title)}`, "", ...group.entries.map(line)].join("\n")),
  ];
}

/** What travels comes first; the types are told where nothing that travels changed. */
function line({ location, wire, types, severity }: Entry): string {
  const counting = (findings: readonly RatedFinding[]) => findings.filter((finding) => finding.severity === severity);
  const told = counting(wire).length > 0 ? counting(wire) : counting(types);
  const [, ...rest] = location.split(" › ");
  const place = rest.length > 0 ? `${inline(rest.join(" › "))}: ` : "";
  return `- ${place}${told.map(({ why }) => inline(why)).join(" ")}`;
}
