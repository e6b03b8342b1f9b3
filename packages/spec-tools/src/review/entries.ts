import { type FindingPlace, heaviest, type RatedFinding, type Severity } from "./finding.ts";

/** One change with what it means on each axis: the findings on the wire and in TypeScript that are about one place. */
export interface Entry {
  /** The key of its first finding. */
  readonly id: string;
  /** The heaviest of its findings that no approval covers; of all where each is approved. */
  readonly severity: Severity;
  readonly approved: boolean;
  readonly location: string;
  readonly place: FindingPlace | undefined;
  /** By operationId. */
  readonly operations: readonly string[];
  readonly wire: readonly RatedFinding[];
  readonly types: readonly RatedFinding[];
}

/** The findings as changes, in their order. */
export function entriesOf(findings: readonly RatedFinding[]): readonly Entry[] {
  const groups = new Map<string, RatedFinding[]>();
  for (const finding of findings) {
    const subject = finding.place === undefined ? finding.key : subjectOf(finding.place);
    const group = groups.get(subject);
    if (group === undefined) groups.set(subject, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [entryOf(first, group)];
  });
}

function entryOf(first: RatedFinding, group: readonly RatedFinding[]): Entry {
  const [wire, types] = (["wire", "types"] as const).map((axis) => group.filter((finding) => finding.axis === axis));
  const open = group.filter(({ approved }) => approved === undefined);
  const severities = (open.length > 0 ? open : group).map(({ severity }) => severity);
  // The wire knows the place by the document, and TypeScript by the type that it became.
  const named = wire?.[0] ?? first;
  return {
    id: first.key,
    severity: heaviest(severities) ?? "patch",
    approved: open.length === 0,
    location: named.location,
    place: named.place,
    operations: [...new Set(group.flatMap(({ operations }) => operations))],
    wire: wire ?? [],
    types: types ?? [],
  };
}

/** Keywords that say something of the schema or the operation around them. */
const WITHIN = new Set([
  "additionalProperties",
  "const",
  "default",
  "deprecated",
  "description",
  "enum",
  "examples",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "format",
  "maxItems",
  "maxLength",
  "maxProperties",
  "maximum",
  "minItems",
  "minLength",
  "minProperties",
  "minimum",
  "multipleOf",
  "operationId",
  "pattern",
  "prefixItems",
  "readOnly",
  "required",
  "schema",
  "type",
  "uniqueItems",
  "writeOnly",
  "x-effect",
  "x-recovery",
]);

/** The place without the keyword that changed there. A property of such a name is no keyword. */
function subjectOf({ side, pointer }: FindingPlace): string {
  const tokens = pointer.split("/");
  const isKeyword = (index: number): boolean => WITHIN.has(tokens[index] ?? "") && tokens[index - 1] !== "properties";
  let end = tokens.length;
  while (end > 1 && isKeyword(end - 1)) end -= 1;
  return `${side} ${tokens.slice(0, end).join("/")}`;
}
