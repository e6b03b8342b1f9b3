import type { Case } from "./case.ts";

/**
 * Calls in the order in which they are best made: those that run into a time limit come last, when nothing keeps the
 * machine busy any more, so that a timeout is the fault's doing and not the machine's.
 */
export const quickFirst = <V extends Omit<Case, "name" | "expect">>(cases: readonly V[]): readonly V[] => [
  ...cases.filter((testCase) => !waits(testCase)),
  ...cases.filter(waits),
];

const waits = ({ options, client, abort, credential }: Omit<Case, "name" | "expect">): boolean =>
  [options, client].some((given) => given?.timeout !== undefined || given?.totalTimeout !== undefined) ||
  abort !== undefined ||
  typeof credential === "object";
