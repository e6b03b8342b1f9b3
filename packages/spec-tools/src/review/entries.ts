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

/** Keywords that say something of the schema, the parameter or the operation around them. */
const KEYWORDS = [
  "additionalProperties",
  "const",
  "content/[^/]+",
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
  "(?:allOf|anyOf|oneOf|prefixItems)(?:/\\d+)?",
  "readOnly",
  "required",
  "schema",
  "type",
  "uniqueItems",
  "writeOnly",
  "x-effect",
  "x-recovery",
];

/** What names are given in: a property or a schema may be called like a keyword. */
const NAMES = [
  "headers",
  "parameters",
  "paths",
  "properties",
  "requestBodies",
  "responses",
  "schemas",
  "securitySchemes",
];

const LAST_KEYWORD = new RegExp(`(?<!/(?:${NAMES.join("|")}))/(?:${KEYWORDS.join("|")})$`);
const NAME_OF_PARAMETER = /(?<=\/parameters\/\d+)\/(?:in|name)$/;
const ONE_OF_SERVERS = /(?<=\/servers)\/\d+$/;

/** The place without the keyword that changed there. What is gone and what came in its place are one change. */
function subjectOf({ side, pointer }: FindingPlace): string {
  let subject = pointer;
  for (let before = ""; before !== subject; ) {
    before = subject;
    for (const part of [LAST_KEYWORD, NAME_OF_PARAMETER, ONE_OF_SERVERS]) subject = subject.replace(part, "");
  }
  // One number in two versions of a list is two things.
  return /\/\d+$/.test(subject) ? `${side} ${subject}` : subject;
}
