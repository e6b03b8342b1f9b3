import type { RatedFinding } from "./finding.ts";
import type { ProviderReview } from "./review.ts";
import { count } from "./words.ts";

/** What breaks for whom, in one sentence. */
export function impactSentence({ findings, addresses }: Pick<ProviderReview, "findings" | "addresses">): string {
  const breaking = findings.filter(({ severity, approved }) => severity === "breaking" && approved === undefined);
  if (breaking.length === 0) {
    if (findings.length === 0) return "Nothing changed.";
    const careful = findings.filter(({ severity, approved }) => severity === "warn" && approved === undefined).length;
    return careful === 0
      ? "Nothing breaks."
      : `Nothing breaks for certain; ${count(careful, "change")} may break some callers.`;
  }
  const parts = [onTheWire(breaking, addresses), inTypes(breaking)].filter((part) => part !== undefined);
  return `This breaks ${parts.join(", and ")}.`;
}

function onTheWire(breaking: readonly RatedFinding[], addresses: Readonly<Record<string, string>>): string | undefined {
  const wire = breaking.filter(({ axis }) => axis === "wire");
  if (wire.length === 0) return undefined;
  const operations = [...new Set(wire.flatMap((finding) => finding.operations))].map((id) => addresses[id] ?? id);
  return operations.length === 0 ? "whoever talks to the service" : `callers of ${listed(operations, "operation")}`;
}

function inTypes(breaking: readonly RatedFinding[]): string | undefined {
  const subjects = breaking
    .filter(({ axis }) => axis === "types")
    .map(({ location }) => location.split(" › ")[0]?.replace(/^(schema|operation|client) /, "") ?? "");
  const names = [...new Set(subjects)].map((name) => `\`${name}\``);
  return names.length === 0 ? undefined : `TypeScript code that uses ${listed(names, "export")}`;
}

const NAMED = 3;

const listed = (names: readonly string[], noun: string): string =>
  names.length <= NAMED
    ? names.join(names.length === 2 ? " or " : ", ")
    : `${names.slice(0, NAMED - 1).join(", ")} and ${count(names.length - NAMED + 1, `more ${noun}`)}`;
