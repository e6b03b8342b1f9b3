import { existsSync } from "node:fs";
import type { ApiDescription } from "../description/api-description.ts";
import type { Problem } from "../description/problem.ts";
import { lintSpecs } from "../lint/lint-specs.ts";
import { UserError } from "../system/user-error.ts";
import { type Approval, keyOf } from "./approvals.ts";
import { type Bump, requiredBump, suffices } from "./bump.ts";
import { type Entry, entriesOf } from "./entries.ts";
import { atLeast, type Finding, heaviest, type RatedFinding, type Severity } from "./finding.ts";
import { applyLevels, type Level } from "./levels.ts";
import { reviewTypes } from "./types.ts";
import { wireFindings } from "./wire.ts";

/** A provider before and after. */
export interface Pair {
  readonly provider: string;
  /** Undefined where the provider is new. */
  readonly before: ApiDescription | undefined;
  /** Undefined where the provider was removed. */
  readonly after: ApiDescription | undefined;
  /** The package that is made of the spec; undefined if two files of anybody are compared. */
  readonly package: PackageState | undefined;
}

export interface PackageState {
  readonly name: string;
  /** The version that was last released, or will be the first. */
  readonly version: string;
  readonly declared: Bump;
}

export interface ProviderReview {
  readonly provider: string;
  readonly state: "new" | "removed" | "changed" | "unchanged";
  readonly package: PackageState | undefined;
  /** From the heaviest to the lightest. */
  readonly findings: readonly RatedFinding[];
  /** The findings as changes, each with its marks on both axes. */
  readonly entries: readonly Entry[];
  /** `GET /things` of each operation, by its operationId. */
  readonly addresses: Readonly<Record<string, string>>;
  /** The heaviest of the findings that count; undefined if nothing changed. */
  readonly severity: Severity | undefined;
  /** What the changeset must declare. */
  readonly required: Bump;
  /** The finding that forces it. */
  readonly forcedBy: RatedFinding | undefined;
  /** Whether what is declared is enough. */
  readonly ok: boolean;
  /** The generated types as text, before and after. */
  readonly types: { readonly old: string; readonly new: string };
  /** Why a part of it could not be compared; empty if all of it was. */
  readonly problems: readonly string[];
  readonly lint: readonly Problem[];
  /** The spec as it is now, or as it last was. */
  readonly api: ApiDescription;
  readonly file: string;
}

export interface Review {
  /** What was compared with what, for people. */
  readonly compared: string;
  readonly providers: readonly ProviderReview[];
  /** Approvals that no finding answers to: each is an error. */
  readonly stale: readonly Approval[];
  readonly ok: boolean;
}

/** What a repository says about its findings. */
export interface Rating {
  readonly approvals: readonly Approval[];
  readonly levels: readonly Level[];
  /** Undefined where nothing is linted, because the files keep a style of their own. */
  readonly lintConfig: string | undefined;
}

/** Reviews every pair and holds the outcome against what the repository declares and approves. */
export async function reviewAll(
  compared: string,
  pairs: readonly Pair[],
  { approvals, levels, lintConfig }: Rating,
): Promise<Review> {
  const [linted, ...outcomes] = await Promise.all([newLint(pairs, lintConfig), ...pairs.map(outcomeOf)]);
  const providers = pairs.flatMap((pair, index) => {
    const outcome = outcomes[index];
    const spec = pair.after ?? pair.before;
    if (outcome === undefined || spec === undefined) return [];
    const own = approvals.filter(({ provider }) => provider === pair.provider);
    const lint = linted.problems.filter(({ file }) => file === pair.after?.file);
    const problems = [...outcome.problems, ...linted.faults];
    const addresses = addressesIn(pair.before, pair.after);
    const findings = applyLevels(outcome.findings, levels, addresses);
    return [verdict(pair, spec, { ...outcome, findings, problems, addresses }, own, lint)];
  });
  const matched = new Set(
    providers.flatMap(({ provider, findings }) => findings.map(({ key }) => `${provider} ${key}`)),
  );
  const stale = approvals.filter(({ provider, finding }) => !matched.has(`${provider} ${finding}`));
  return { compared, providers, stale, ok: stale.length === 0 && providers.every(({ ok }) => ok) };
}

/** What lint finds and did not find before, or why there is nothing: a file that lint cannot read is compared all the same. */
async function newLint(
  pairs: readonly Pair[],
  config: string | undefined,
): Promise<{ readonly problems: readonly Problem[]; readonly faults: readonly string[] }> {
  if (config === undefined) return { problems: [], faults: [] };
  // A file of a commit is nowhere to be linted.
  const changed = pairs.filter(
    ({ before, after }) => after !== undefined && after.text !== before?.text && existsSync(after.file),
  );
  const files = changed.flatMap(({ after }) => (after === undefined ? [] : [after.file]));
  const earlier = changed.flatMap(({ before, after }) =>
    before === undefined || after === undefined ? [] : [{ file: after.file, text: before.text }],
  );
  try {
    const known = new Map<string, number>();
    for (const problem of await lintSpecs(earlier, config))
      known.set(kindOf(problem), (known.get(kindOf(problem)) ?? 0) + 1);
    const problems = (await lintSpecs(files, config)).filter((problem) => {
      const left = known.get(kindOf(problem)) ?? 0;
      known.set(kindOf(problem), left - 1);
      return left <= 0;
    });
    return { problems, faults: [] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [reason = ""] = error.message
      .split("\n")
      .filter((line) => line.trim() !== "")
      .slice(-1);
    return { problems: [], faults: [`the file could not be linted: ${reason.trim()}`] };
  }
}

/** Lines move with every change, so a problem is known by its words. */
const kindOf = ({ file, rule, message }: Problem): string => `${file} ${rule} ${message}`;

interface Rated extends Outcome {
  readonly addresses: Readonly<Record<string, string>>;
}

interface Outcome {
  readonly findings: readonly Finding[];
  readonly types: { readonly old: string; readonly new: string };
  readonly problems: readonly string[];
}

async function outcomeOf({ provider, before, after }: Pair): Promise<Outcome> {
  if (before === undefined || after === undefined) {
    return {
      findings: [before === undefined ? added(provider) : removed(provider)],
      types: { old: "", new: "" },
      problems: [],
    };
  }
  const [wire, { findings, problems, ...types }] = await Promise.all([
    wireFindings(before, after),
    reviewTypes(before, after),
  ]);
  return { findings: [...wire, ...findings], types, problems: [...problems, ...faultsOf(after)] };
}

const MOST_FAULTS = 10;

/** What of a description no client could serve: it is compared as far as it goes. */
function faultsOf({ problems }: ApiDescription): readonly string[] {
  const faults = problems.filter(({ level }) => level !== "warning");
  const told = faults.slice(0, MOST_FAULTS).map(({ file, line, message }) => `${file}:${line} ${message}`);
  const left = faults.length - told.length;
  return left > 0 ? [...told, `and ${left} more of the description`] : told;
}

const WHOLE = { axis: "wire", operations: [], location: "the whole spec", place: undefined } as const;

const added = (provider: string): Finding => ({
  ...WHOLE,
  severity: "feature",
  rule: "provider-added",
  old: undefined,
  new: provider,
  why: "The provider is new; there is nothing that it could break.",
});

const removed = (provider: string): Finding => ({
  ...WHOLE,
  severity: "breaking",
  rule: "provider-removed",
  old: provider,
  new: undefined,
  why: "The provider is gone, and with it every operation that its users call.",
});

function verdict(
  { provider, before, after, package: state }: Pair,
  spec: ApiDescription,
  { findings, types, problems, addresses }: Rated,
  approvals: readonly Approval[],
  lint: readonly Problem[],
): ProviderReview {
  const rated = findings
    .map((finding): RatedFinding => {
      const key = keyOf(finding);
      const approval = approvals.find((entry) => entry.finding === key);
      return { ...finding, key, ...(approval === undefined ? {} : { approved: approval.reason }) };
    })
    .sort((a, b) => (a.severity === b.severity ? 0 : atLeast(a.severity, b.severity) ? -1 : 1));
  const counting = rated.filter(({ approved }) => approved === undefined);
  const severity = heaviest(counting.map((finding) => finding.severity)) ?? (rated.length > 0 ? "patch" : undefined);
  // What nobody released yet is compared by the rules of the version that its first release will have.
  const required = requiredBump(severity, state?.version ?? "1.0.0");
  return {
    provider,
    state: before === undefined ? "new" : after === undefined ? "removed" : rated.length > 0 ? "changed" : "unchanged",
    package: state,
    findings: rated,
    entries: entriesOf(rated),
    addresses,
    severity,
    required,
    forcedBy: counting.find((finding) => finding.severity === severity),
    ok: answered(state, required, counting, after === undefined) && (state === undefined || problems.length === 0),
    types,
    problems,
    lint,
    api: spec,
    file: spec.file,
  };
}

function addressesIn(...sides: readonly (ApiDescription | undefined)[]): Readonly<Record<string, string>> {
  const operations = sides.flatMap((side) => side?.operations ?? []);
  return Object.fromEntries(
    operations.map(({ id, originalId, method, path }) => [originalId ?? id, `${method.toUpperCase()} ${path}`]),
  );
}

/** Where the package went with its spec, no changeset can name it: only an approval answers for that. */
function answered(
  state: PackageState | undefined,
  required: Bump,
  counting: readonly RatedFinding[],
  gone: boolean,
): boolean {
  if (state !== undefined) return suffices(state.declared, required);
  return !gone || counting.length === 0;
}
