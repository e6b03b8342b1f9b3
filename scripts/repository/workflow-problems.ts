import { parse } from "yaml";

/** The parts of a workflow that the rules check. */
interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly name?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly steps: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** An action of this repository, or one at a commit with its version: a tag can be moved, a commit cannot. */
const PINNED = /^(?:\.\/\S+|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/;

/** The problems of a workflow that actionlint does not find, a sentence each. */
export function workflowProblems(text: string): readonly string[] {
  const { permissions, jobs }: Workflow = parse(text);
  return [
    ...unpinned(text),
    ...(text.includes("secrets.") ? ["It reads a secret; nothing here needs a stored one."] : []),
    ...(permissions && Object.keys(permissions).length === 0
      ? []
      : ["It needs `permissions: {}` at the top: each job names its own."]),
    ...Object.entries(jobs).flatMap(([id, job]) => jobProblems(job).map((problem) => `Job ${id} ${problem}`)),
  ];
}

/** The actions of a workflow or an action that are not pinned, a sentence each. */
export function unpinned(text: string): readonly string[] {
  return [...text.matchAll(/\buses: (.+)$/gm)]
    .filter(([, uses = ""]) => !PINNED.test(uses))
    .map(([, uses]) => `\`${uses}\` is not pinned; write owner/name@<commit> # v<version>.`);
}

function jobProblems({ name, permissions, steps, ...job }: Job): readonly string[] {
  const keepsToken = steps.some(
    (step) => step.uses?.startsWith("actions/checkout@") && step.with?.["persist-credentials"] !== false,
  );
  return [
    ...(name ? [] : ["has no name."]),
    ...(permissions ? [] : ["has no permissions."]),
    ...(job["timeout-minutes"] ? [] : ["has no timeout-minutes."]),
    ...(keepsToken ? ["leaves its token in the clone; set persist-credentials: false."] : []),
  ];
}

/** The jobs that can get an identity for npm or Sigstore. */
export function jobsWithIdentity(text: string): readonly string[] {
  const { jobs }: Workflow = parse(text);
  return Object.entries(jobs)
    .filter(([, { permissions }]) => permissions?.["id-token"] === "write")
    .map(([id]) => id);
}
