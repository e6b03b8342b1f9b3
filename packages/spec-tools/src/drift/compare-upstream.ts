import type { ApiDescription, ApiOperation } from "../description/api-description.ts";
import type { Severity } from "../review/finding.ts";
import { compareApis } from "../review/wire-changes/compare-apis.ts";
import type { WireRuleName } from "../review/wire-changes/wire-rules.ts";

/** One way in which the description of the service differs from our spec, seen from ours. */
export interface Difference {
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence. */
  readonly says: string;
  /** The operations of our spec that it touches; empty if it touches all of them. */
  readonly operations: readonly string[];
}

/** What we write in our own way: words, examples and names, and that responses stay open to new fields. */
const OURS: readonly WireRuleName[] = [
  "prose-changed",
  "example-changed",
  "operation-id-changed",
  "path-parameter-renamed",
  "response-further-properties-changed",
  "document-changed",
];

/**
 * Compares our spec with the service's own description, in what both say of our operations: what the service has beyond them
 * is left out. The same sentence about several operations is one difference.
 */
export function compareUpstream(spec: ApiDescription, upstream: ApiDescription): readonly Difference[] {
  const ours = new Map(spec.operations.map((operation) => [addressOf(operation), operation]));
  const operations = upstream.operations.flatMap((operation) => {
    const own = ours.get(addressOf(operation));
    // No service states the effect of an operation or what to do in doubt.
    return own === undefined ? [] : [{ ...operation, effect: own.effect, recovery: own.recovery }];
  });
  const { info, tags, externalDocs, webhooks } = spec;
  const differences = new Map<string, Difference>();
  for (const finding of compareApis(spec, { ...upstream, info, tags, externalDocs, webhooks, operations })) {
    const { rule, severity, why } = finding;
    if (OURS.some((name) => name === rule)) continue;
    const known = differences.get(`${rule} ${why}`)?.operations ?? [];
    const all = [...new Set([...known, ...finding.operations.map((id) => nameOf(spec, upstream, id))])];
    differences.set(`${rule} ${why}`, { rule, severity, says: why, operations: all });
  }
  return [...differences.values()];
}

/** Where an operation is: the names of path parameters do not travel. */
const addressOf = ({ method, path }: ApiOperation): string => `${method} ${path.replaceAll(/\{[^}]+\}/g, "{}")}`;

/** Our name of an operation that the service may call otherwise. */
function nameOf(spec: ApiDescription, upstream: ApiDescription, id: string): string {
  const theirs = upstream.operations.find((operation) => (operation.originalId ?? operation.id) === id);
  const ours = spec.operations.find((operation) => theirs && addressOf(operation) === addressOf(theirs));
  return ours?.id ?? id;
}
