import { createHash } from "node:crypto";
import { readEntries } from "../system/read-entries.ts";
import type { Finding } from "./finding.ts";

/** A known break that is let through. */
export interface Approval {
  readonly provider: string;
  /** The one finding it is for, by {@link keyOf}. */
  readonly finding: string;
  /** Why the break is accepted. */
  readonly reason: string;
}

/**
 * What names one finding: its axis, its rule, its place, and all that it says by its hash, so that an approval covers
 * exactly what was seen and never lets a second break at the same place through.
 */
export function keyOf({ axis, rule, location, operations, ...values }: Finding): string {
  const place = location.replaceAll(" › ", ".").replaceAll(" ", "-");
  const hash = createHash("sha256")
    .update(JSON.stringify([operations, values.old, values.new, values.why]))
    .digest("hex");
  return `${axis}/${rule}/${place}/${hash.slice(0, 8)}`;
}

/**
 * Reads the approvals; none if the file is not there.
 *
 * @param file A YAML list of `provider`, `finding` and `reason`.
 * @throws {UserError} if the file holds something else.
 */
export const readApprovals = (file: string): Promise<readonly Approval[]> =>
  readEntries(file, ["provider", "finding", "reason"], { list: "a list of approvals, each", one: "approval" });
