import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parseDocument } from "yaml";
import { UserError } from "../system/user-error.ts";
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
export async function readApprovals(file: string): Promise<readonly Approval[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const document = parseDocument(text);
  const [problem] = document.errors;
  if (problem !== undefined) throw new UserError(`${file}: the YAML is malformed: ${problem.message.split("\n")[0]}`);
  const entries: unknown = document.toJS() ?? [];
  if (!Array.isArray(entries))
    throw new UserError(`${file}: write a list of approvals, each with ${FIELDS.join(", ")}`);
  return entries.map((entry: unknown, index) => {
    if (isApproval(entry)) return entry;
    throw new UserError(`${file}: approval ${index + 1} needs ${FIELDS.join(", ")}, each a text, and nothing else`);
  });
}

const FIELDS = ["provider", "finding", "reason"] as const;

function isApproval(entry: unknown): entry is Approval {
  return (
    typeof entry === "object" &&
    entry !== null &&
    Object.keys(entry).length === FIELDS.length &&
    FIELDS.every((field) => {
      const value: unknown = Reflect.get(entry, field);
      return typeof value === "string" && value.trim() !== "";
    })
  );
}
