import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import type { Spec } from "../description/read-spec.ts";
import { type DiffChange, diff, type Impact } from "../lint/redocly.ts";
import { atLeast, type Finding, type Severity } from "./finding.ts";
import { describePointer } from "./pointer.ts";
import { correctionOf, type Rating } from "./ratings.ts";
import { type Direction, reachOf } from "./reach.ts";

const SEVERITY: Readonly<Record<Impact, Severity>> = { major: "breaking", minor: "feature", patch: "patch" };

/** Words alone: what these say reaches people, never the wire. */
const PROSE = new Set([
  "description",
  "summary",
  "title",
  "tags",
  "name",
  "version",
  "externalDocs",
  "x-source",
  "x-recovery",
]);

/** What changed for the service and whoever talks to it. */
export async function wireFindings(before: Spec, after: Spec): Promise<readonly Finding[]> {
  if (before.text === after.text) return [];
  const reaches = { base: reachOf(before.document), revision: reachOf(after.document) };
  const changes = await compare(before, after);
  return changes.map((change): Finding => {
    const uses = (["base", "revision"] as const).flatMap((side) => {
      const place = change[side];
      return place === undefined ? [] : [reaches[side](place.pointer)];
    });
    const directions = new Set<Direction>(uses.flatMap((use) => [...use.directions]));
    const { rule, severity, why } = rate(change, directions);
    return {
      axis: "wire",
      severity,
      rule,
      operations: [...new Set(uses.flatMap((use) => [...use.operations]))],
      location: locate(change),
      line: (change.revision ?? change.base)?.line,
      old: change.base && show(change.base.value),
      new: change.revision && show(change.revision.value),
      why,
    };
  });
}

async function compare(before: Spec, after: Spec): Promise<readonly DiffChange[]> {
  const folder = await mkdtemp(join(tmpdir(), "review-"));
  try {
    const file = async (side: string, { text }: Spec): Promise<string> => {
      await mkdir(join(folder, side));
      await writeFile(join(folder, side, "openapi.yaml"), text);
      return join(folder, side, "openapi.yaml");
    };
    const config = join(folder, "redocly.yaml");
    await writeFile(config, "extends: [diff-recommended]\n");
    const changes = await diff(await file("old", before), await file("new", after), config);
    return changes.filter(({ kind }) => kind !== "unchanged");
  } finally {
    await rm(folder, { recursive: true });
  }
}

function rate(change: DiffChange, directions: ReadonlySet<Direction>): Rating {
  const [verdict] = change.verdicts;
  const own: Rating = {
    rule: verdict?.ruleId ?? ruleOf(change),
    severity: SEVERITY[change.impact],
    why: verdict?.message ?? sentence(change),
  };
  const correction = correctionOf({ change, directions });
  if (correction === undefined) return own;
  return correction.replaces || !atLeast(own.severity, correction.severity) ? correction : own;
}

const ruleOf = ({ typeName, property, kind }: DiffChange): string =>
  [typeName, property, kind === "modified" ? "changed" : kind]
    .filter((word) => word !== undefined)
    .join("-")
    .replaceAll(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase();

function sentence({ kind, property, typeName }: DiffChange): string {
  if (property === "key") return "It has another name now; nothing of that travels.";
  if (kind === "added") return "It is new; requests and answers of the old form stay valid.";
  if (kind === "removed") return "It is gone; requests and answers of the old form stay valid.";
  if (property !== undefined && PROSE.has(property))
    return "The words changed; requests and answers stay as they were.";
  if (typeName.startsWith("Example")) return "The example changed; requests and answers stay as they were.";
  return "Requests and answers of the old form stay valid.";
}

function locate({ base, revision, property }: DiffChange): string {
  const pointer = (revision ?? base)?.pointer ?? "#/";
  const place = describePointer(pointer);
  // A key that came or went is not in the pointer of the side that lacks it.
  return property === undefined || property === "key" || pointer.endsWith(`/${property}`)
    ? place
    : `${place} › ${property}`;
}

/** A value as YAML; a short list in one line. */
function show(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const short = Array.isArray(value) ? stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trimEnd() : "";
  return short !== "" && short.length <= 60 ? short : stringify(value, { lineWidth: 0 }).trimEnd();
}
