import { readFile } from "node:fs/promises";
import { parseDocument } from "yaml";
import { UserError } from "../system/user-error.ts";
import type { Difference } from "./compare-upstream.ts";

/** A difference that is there on purpose. */
export interface KnownDifference {
  readonly provider: string;
  readonly rule: string;
  /** The sentence, as the command prints it. */
  readonly says: string;
  /** Why our spec differs. */
  readonly reason: string;
}

const FIELDS = ["provider", "rule", "says", "reason"] as const;

/**
 * Reads the differences that are there on purpose; none if the file is not there.
 *
 * @param file A YAML list of `provider`, `rule`, `says` and `reason`.
 * @throws {UserError} if the file holds something else.
 */
export async function readKnownDifferences(file: string): Promise<readonly KnownDifference[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw new UserError(`${file} cannot be read (${error.code}); it is a YAML list`);
  });
  const document = parseDocument(text);
  const [problem] = document.errors;
  if (problem !== undefined) throw new UserError(`${file}: the YAML is malformed: ${problem.message.split("\n")[0]}`);
  const entries: unknown = document.toJS() ?? [];
  if (!Array.isArray(entries)) throw new UserError(`${file}: write a list, each entry with ${FIELDS.join(", ")}`);
  return entries.map((entry: unknown, index) => {
    if (isKnown(entry)) return entry;
    throw new UserError(`${file}: entry ${index + 1} needs ${FIELDS.join(", ")}, each a text, and nothing else`);
  });
}

const isKnown = (entry: unknown): entry is KnownDifference =>
  typeof entry === "object" &&
  entry !== null &&
  Object.keys(entry).length === FIELDS.length &&
  FIELDS.every((field) => {
    const value: unknown = Reflect.get(entry, field);
    return typeof value === "string" && value.trim() !== "";
  });

/** Differences that nobody explained, and explanations that no longer explain anything. */
export interface Drift {
  readonly unexplained: readonly Difference[];
  readonly explained: readonly Difference[];
  readonly stale: readonly KnownDifference[];
}

export function driftOf(differences: readonly Difference[], known: readonly KnownDifference[]): Drift {
  const fits = (one: Difference, other: KnownDifference): boolean =>
    one.rule === other.rule && one.says === other.says.trim();
  return {
    unexplained: differences.filter((one) => !known.some((other) => fits(one, other))),
    explained: differences.filter((one) => known.some((other) => fits(one, other))),
    stale: known.filter((other) => !differences.some((one) => fits(one, other))),
  };
}
