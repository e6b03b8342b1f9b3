import type { Entry } from "./entries.ts";
import type { FindingPlace } from "./finding.ts";
import type { ProviderReview, Review } from "./review.ts";

/** Changes that belong together: those of one operation, or of one part of the document that several share. */
export interface Group {
  readonly title: string;
  /** The operations, where there are several. */
  readonly operations: readonly string[];
  readonly entries: readonly Entry[];
}

/** The changes by what they touch, in the order of their weight. */
export function groupsOf({ entries, addresses }: Pick<ProviderReview, "entries" | "addresses">): readonly Group[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const title = titleOf(entry, addresses);
    const group = groups.get(title);
    if (group === undefined) groups.set(title, [entry]);
    else group.push(entry);
  }
  return [...groups].map(([title, found]) => ({
    title,
    operations: [...new Set(found.flatMap(({ operations }) => (operations.length > 1 ? operations : [])))].map(
      (id) => addresses[id] ?? id,
    ),
    entries: found,
  }));
}

/** What a change touches: its operation, the component that several share, or the client. */
function titleOf({ operations, location }: Entry, addresses: Readonly<Record<string, string>>): string {
  const [only] = operations;
  if (operations.length === 1 && only !== undefined) return addresses[only] ?? only;
  if (operations.length === 0) return "The API as a whole";
  const [component = location] = location.split(" › ");
  return component;
}

/** Where a change is written, for people. */
export const whereOf = (place: FindingPlace | undefined): string | undefined =>
  place && (place.side === "new" ? `${place.file}:${place.line}` : `${place.file}:${place.line}, in the old file`);

/** The outcome in a few words: whether it may go in, or, where nothing is declared, what it is. */
export function headline({ ok, providers }: Review): string {
  if (!ok) return "Not ready to merge";
  const [only] = providers;
  if (providers.length === 1 && only !== undefined && only.package === undefined) return KINDS[only.severity ?? "none"];
  return providers.every(({ state }) => state === "unchanged") ? "No changes" : "Ready to merge";
}

const KINDS = {
  breaking: "Breaking",
  warn: "May break some callers",
  feature: "Something new",
  patch: "Nothing to notice",
  none: "No changes",
} as const;

/** One sentence about what a provider's change asks for and whether it is answered. */
export function verdictSentence(review: ProviderReview): string {
  const { state, package: owner, required, ok, findings } = review;
  const known = findings.filter(({ severity, approved }) => severity === "breaking" && approved !== undefined).length;
  const approved = known > 0 ? ` ${count(known, "break")} approved.` : "";
  if (state === "unchanged") return "Nothing changed.";
  if (state === "removed" && owner === undefined) {
    return ok
      ? `The provider is removed.${approved}`
      : "The provider is removed with its package; that has to be approved.";
  }
  if (owner === undefined) return `This needs a ${required} bump by semver's rules from 1.0.0 on.${approved}`;
  const declared =
    owner.declared === "none"
      ? "no new changeset declares one (`pnpm changeset` writes it)"
      : `the changeset declares a ${owner.declared} bump`;
  return ok
    ? `${owner.name} ${owner.version} needs a ${required} bump, and ${declared}.${approved}`
    : `${owner.name} ${owner.version} needs a ${required} bump, but ${declared}.${approved}`;
}

/** A number with its noun. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
