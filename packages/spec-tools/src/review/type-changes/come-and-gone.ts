import type ts from "typescript";
import type { Finding, Severity } from "../finding.ts";
import { placeIn } from "../finding-place.ts";
import { addressOf } from "../wire-changes/operation-changes.ts";
import type { Comparison } from "./comparison.ts";
import { codeOf } from "./program.ts";
import { specPointer } from "./spec-pointer.ts";

type Named = ReadonlyMap<string, { readonly node: ts.Node; readonly type?: ts.Type }>;

/** What has no counterpart any more, or had none before; `renamed` has the old name of each that goes by another now. */
export function comeAndGone(
  kind: "schema" | "operation",
  old: Named,
  now: Named,
  comparison: Comparison,
): { readonly findings: readonly Finding[]; readonly renamed: ReadonlyMap<string, string> } {
  const [gone, added] = [
    [...old.keys()].filter((name) => !now.has(name)),
    [...now.keys()].filter((name) => !old.has(name)),
  ];
  const renamed = new Map<string, string>();
  const same = kind === "schema" ? sameType(old, now, comparison) : sameAddress(comparison);
  for (const from of gone) {
    const to = added.filter((name) => !renamed.has(name) && same(from, name));
    const [only] = to;
    if (to.length === 1 && only !== undefined) renamed.set(only, from);
  }
  const left = new Set(renamed.values());
  const find = finding(kind, comparison);
  return {
    renamed,
    findings: [
      ...[...renamed].map(([to, from]) =>
        find(to, { old: codeOf(old.get(from)?.node) ?? from, new: codeOf(now.get(to)?.node) ?? to }, from),
      ),
      ...gone
        .filter((name) => !left.has(name))
        .map((name) => find(name, { old: codeOf(old.get(name)?.node) ?? name, new: undefined })),
      ...added
        .filter((name) => !renamed.has(name))
        .map((name) => find(name, { old: undefined, new: codeOf(now.get(name)?.node) ?? name })),
    ],
  };
}

/** Two types of one shape; what nothing tells apart, such as two texts, is not taken for a rename. */
const sameType =
  (old: Named, now: Named, { checker, old: before, now: after }: Comparison) =>
  (from: string, to: string): boolean => {
    const [one, other] = [old.get(from)?.type, now.get(to)?.type];
    if (one === undefined || other === undefined || !before.namesOf.has(one) || !after.namesOf.has(other)) return false;
    return checker.isTypeAssignableTo(one, other) && checker.isTypeAssignableTo(other, one);
  };

const sameAddress =
  ({ apis }: Comparison) =>
  (from: string, to: string): boolean => {
    const [one, other] = [
      apis.old.operations.find(({ id }) => id === from),
      apis.now.operations.find(({ id }) => id === to),
    ];
    return one !== undefined && other !== undefined && addressOf(one) === addressOf(other);
  };

type Values = Pick<Finding, "old" | "new">;

const finding =
  (kind: "schema" | "operation", { uses, apis, now }: Comparison) =>
  (name: string, values: Values, renamedFrom?: string): Finding => {
    const noun = kind === "schema" ? "type" : "function";
    const side = values.new === undefined ? "old" : "new";
    const api = side === "old" ? apis.old : apis.now;
    const pointer = specPointer(api, { kind, name, part: "type" }, []);
    const what = values.new === undefined ? "removed" : values.old === undefined ? "added" : "renamed";
    const base = name.replace(/Writable$/, "");
    // The type for requests alone goes when both directions read the same; who never named it notices nothing.
    const view = what === "removed" && base !== name && now.schemas.has(base) && !apis.old.schemas.has(name);
    const severity: Severity = what === "added" ? "feature" : view ? "warn" : "breaking";
    const says = {
      removed: `The package no longer exports the ${noun} \`${name}\`, so code that imports it does not compile${view ? `; \`${base}\` says the same now` : ""}.`,
      added: `The package exports a new ${noun}, \`${name}\`.`,
      renamed: `The ${noun} \`${renamedFrom}\` is called \`${name}\` now, so code that imports the old name does not compile.`,
    };
    return {
      axis: "types",
      severity,
      rule: `${kind}-${what}`,
      operations: kind === "operation" ? [uses.operationId(name)] : uses.operationsOf(name),
      location: `${kind} ${name}`,
      place: pointer === undefined ? undefined : placeIn(api, side, pointer),
      ...values,
      why: says[what],
    };
  };
