import type { Vector } from "./vector.ts";

/**
 * Calls in the order in which they are best made: those that run into a time limit come last, when nothing keeps the
 * machine busy any more, so that a timeout is the fault's doing and not the machine's.
 */
export const busyFirst = <V extends Omit<Vector, "name" | "expect">>(vectors: readonly V[]): readonly V[] => [
  ...vectors.filter((vector) => !waits(vector)),
  ...vectors.filter(waits),
];

const waits = ({ options, client, abort, credential }: Omit<Vector, "name" | "expect">): boolean =>
  [options, client].some((given) => given?.timeout !== undefined || given?.totalTimeout !== undefined) ||
  abort !== undefined ||
  typeof credential === "object";
