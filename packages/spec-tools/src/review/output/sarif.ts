import { relative, sep } from "node:path";
import type { Log, ReportingDescriptor, Result } from "sarif";
import type { RatedFinding, Severity } from "../finding.ts";
import type { Review } from "../review.ts";
import { RULES, ruleOf } from "../rules.ts";

const LEVELS = { breaking: "error", warn: "warning", feature: "note", patch: "none" } as const satisfies Readonly<
  Record<Severity, Result["level"]>
>;

/** The review as SARIF 2.1.0, which code scanning reads. A finding of the old file has no place in the new one. */
export function renderSarif({ providers }: Review, folder = process.cwd()): string {
  const findings = providers.flatMap((provider) => provider.findings);
  const used = new Set(findings.map(({ axis, rule }) => `${axis}/${rule}`));
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "spec-tools review", rules: RULES.filter(({ id }) => used.has(id)).map(descriptorOf) },
        },
        results: findings.map((finding) => resultOf(finding, folder)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const descriptorOf = ({ id, level, says }: (typeof RULES)[number]): ReportingDescriptor => ({
  id,
  shortDescription: { text: says },
  defaultConfiguration: { level: LEVELS[level] },
});

function resultOf(finding: RatedFinding, folder: string): Result {
  const { severity, why, location, place, key, approved } = finding;
  return {
    ruleId: ruleOf(finding),
    level: LEVELS[severity],
    message: { text: `${location}: ${why}` },
    partialFingerprints: { "finding/v1": key },
    ...(place?.side === "new"
      ? {
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(relative(folder, place.file)) },
                region: { startLine: place.line },
              },
            },
          ],
        }
      : {}),
    ...(approved === undefined ? {} : { suppressions: [{ kind: "external" as const, justification: approved }] }),
  };
}

const uriOf = (path: string): string => path.split(sep).map(encodeURIComponent).join("/");
