/**
 * What a change means for whoever uses the old version, from nothing to note to broken. `warn` breaks some callers and
 * not others; a release that holds it is one with something new.
 */
export const SEVERITIES = ["patch", "feature", "warn", "breaking"] as const;

export type Severity = (typeof SEVERITIES)[number];

/** A place in the new file, or in the old one where the new one has nothing of it. */
export interface FindingPlace {
  readonly side: "old" | "new";
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** A JSON pointer into the upgraded document, as `/components/schemas/Token`. */
  readonly pointer: string;
}

/** One thing that changed, rated. */
export interface Finding {
  /** Where it shows: in the bytes that travel, or to the compiler of who imports the package. */
  readonly axis: "wire" | "types";
  readonly severity: Severity;
  /** What kind of change it is, in kebab-case. */
  readonly rule: string;
  /** The operations it touches, by operationId; empty if it touches the client as a whole. */
  readonly operations: readonly string[];
  /** Where it is, for people: `schema GitToken › name`. */
  readonly location: string;
  /** Where it is written; undefined for what is in no file, such as a provider that is gone. */
  readonly place: FindingPlace | undefined;
  /** The old value as text; undefined if there was none. */
  readonly old: string | undefined;
  readonly new: string | undefined;
  /** One sentence. */
  readonly why: string;
}

/** A finding of a review, with its name and what the repository says about it. */
export interface RatedFinding extends Finding {
  /** What an approval calls it. */
  readonly key: string;
  /** The reason of its approval. */
  readonly approved?: string;
}

const rank = (severity: Severity | undefined): number => (severity === undefined ? -1 : SEVERITIES.indexOf(severity));

/** Whether the first weighs at least as much as the second; undefined weighs nothing. */
export const atLeast = (one: Severity | undefined, other: Severity | undefined): boolean => rank(one) >= rank(other);

/** The heaviest of them; undefined if there is none. */
export const heaviest = (severities: readonly Severity[]): Severity | undefined =>
  severities.reduce<Severity | undefined>((most, next) => (atLeast(most, next) ? most : next), undefined);
