import type { Case } from "./case.ts";

/**
 * The calls in their best order: those that run into a time limit come last, when the machine is idle, so that a timeout
 * comes from the fault and not from a busy machine.
 */
export const quickFirst = <V extends Omit<Case, "name" | "expect">>(cases: readonly V[]): readonly V[] => [
  ...cases.filter((testCase) => !waits(testCase)),
  ...cases.filter(waits),
];

/** Whether the result of a call depends on a time limit. */
export const waits = ({ options, client, abort, credential }: Omit<Case, "name" | "expect">): boolean =>
  [options, client].some((given) => given?.timeout !== undefined || given?.totalTimeout !== undefined) ||
  abort !== undefined ||
  typeof credential === "object";
