import { relative } from "node:path";
import type { Entry } from "../entries.ts";
import type { Severity } from "../finding.ts";
import type { Review } from "../review.ts";

const COMMANDS: Readonly<Record<Severity, string>> = {
  breaking: "error",
  warn: "warning",
  feature: "notice",
  patch: "notice",
};

/** GitHub shows ten of each kind in a step; more would be cut without a word. */
const MOST = 50;

/**
 * The changes as workflow commands of GitHub, which shows them at their lines. What an approval covers is a notice; what
 * changes no behaviour is left out.
 */
export function renderAnnotations({ providers }: Review, folder = process.cwd()): string {
  const entries = providers.flatMap((provider) => provider.entries.filter(({ severity }) => severity !== "patch"));
  const lines = entries.slice(0, MOST).map((entry) => commandOf(entry, folder));
  const left = entries.length - lines.length;
  if (left > 0)
    lines.push(`::notice title=${property("Spec review")}::${data(`${left} more changes are in the review`)}`);
  return lines.join("\n");
}

function commandOf({ severity, approved, location, place, wire, types }: Entry, folder: string): string {
  const at = place?.side === "new" ? [`file=${property(relative(folder, place.file))}`, `line=${place.line}`] : [];
  const properties = [...at, `title=${property(`${severity}: ${location}`)}`].join(",");
  const text = [...wire, ...types]
    .map(({ axis, why }) => `${axis === "wire" ? "Wire" : "TypeScript"}: ${why}`)
    .join("\n");
  return `::${approved ? "notice" : COMMANDS[severity]} ${properties}::${data(text)}`;
}

const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
