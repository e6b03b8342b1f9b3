import type ts from "typescript";
import { pointerOf } from "../../description/pointer.ts";
import type { Finding, Severity } from "../finding.ts";
import { placeIn } from "../finding-place.ts";
import { comeAndGone } from "./come-and-gone.ts";
import type { Comparison } from "./comparison.ts";
import { type ExportedType, isAlias } from "./named-types.ts";
import { specPointer } from "./spec-pointer.ts";
import { sameName, type TypeNames } from "./swapped-type.ts";
import type { Flow } from "./type-change.ts";
import { placeInTypes, type Subject, sentenceAbout } from "./type-words.ts";
import { TypeWalk } from "./walk-types.ts";

/** Everything that changed for who compiles against the types. */
export function typeFindings(comparison: Comparison): readonly Finding[] {
  const { old, now } = comparison;
  const schemas = comeAndGone("schema", old.schemas, now.schemas, comparison);
  const operations = comeAndGone("operation", old.operations, now.operations, comparison);
  return [
    ...schemas.findings,
    ...operations.findings,
    ...[...both(old.schemas, now.schemas, schemas.renamed)].flatMap(([name, before, after]) => {
      // The schema that both go by another name for is compared by its own.
      const alias = isAlias(before) && isAlias(after) && sameName(namesIn(comparison), before.type, after.type);
      const subject = { kind: "schema", name, part: "type" } as const;
      return alias ? [] : compareSubject(subject, before, after, schemaFlow(name, comparison), comparison);
    }),
    ...[...both(old.operations, now.operations, operations.renamed)].flatMap(([name, before, after]) =>
      (["input", "answer", "errors"] as const).flatMap((part) =>
        compareSubject(
          { kind: "operation", name, part },
          { type: before[part], node: before.node },
          { type: after[part], node: after.node },
          part === "input" ? WRITTEN : READ,
          comparison,
        ),
      ),
    ),
    ...[...both(old.client, now.client, new Map())].flatMap(([name, before, after]) =>
      compareSubject({ kind: "client", name, part: "type" }, before, after, WRITTEN, comparison),
    ),
  ];
}

const WRITTEN: Flow = { written: true, read: false };
const READ: Flow = { written: false, read: true };

/**
 * What callers of the old version did with a type. Of one that nothing used they can only know the names; one that
 * neither version uses is exported all the same, so they may do either. A schema that reads differently in requests
 * has a second type for those.
 */
function schemaFlow(name: string, { uses, old, now, apis }: Comparison): Flow {
  const base = name.replace(/Writable$/, "");
  if (base !== name && !apis.old.schemas.has(name) && apis.old.schemas.has(base)) return WRITTEN;
  const directions = uses.directionsOf(name);
  if (directions === undefined) return { written: true, read: true };
  const writable = [old, now].some(({ schemas }) => schemas.has(`${name}Writable`));
  return { written: directions.has("request") && !writable, read: directions.has("response") };
}

/** The types of one name on both sides, or of the old name and the new one; by the new name. */
function* both<T>(
  old: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
  renamed: ReadonlyMap<string, string>,
): Generator<readonly [string, T, T]> {
  for (const [name, after] of now) {
    const before = old.get(renamed.get(name) ?? name);
    if (before !== undefined) yield [name, before, after];
  }
}

const namesIn = ({ old, now }: Comparison): TypeNames => ({
  old: (type: ts.Type) => old.namesOf.get(type),
  now: (type: ts.Type) => now.namesOf.get(type),
});

function compareSubject(
  subject: Subject,
  before: ExportedType,
  after: ExportedType,
  flow: Flow,
  comparison: Comparison,
): readonly Finding[] {
  const { checker, uses, apis } = comparison;
  const { kind, name } = subject;
  const changes = new TypeWalk(checker, namesIn(comparison)).changes(
    before.type,
    after.type,
    flow,
    kind !== "operation",
  );
  return changes.map((change): Finding => {
    const [before, after] = [specPointer(apis.old, subject, change.path), specPointer(apis.now, subject, change.path)];
    // What the new document has no place for is told where it was.
    const last = pointerOf([change.path.at(-1) ?? ""]);
    const gone = change.new === undefined || (before?.endsWith(last) === true && after?.endsWith(last) !== true);
    const [side, api, pointer] = gone ? (["old", apis.old, before] as const) : (["new", apis.now, after] as const);
    const severity: Severity = change.severity;
    return {
      axis: "types",
      severity,
      rule: change.rule,
      operations: kind === "schema" ? uses.operationsOf(name) : kind === "operation" ? [uses.operationId(name)] : [],
      location: placeInTypes(subject, change.path),
      place: pointer === undefined ? undefined : placeIn(api, side, pointer),
      old: change.old,
      new: change.new,
      why: sentenceAbout(subject, change),
    };
  });
}
