import type { SoakResult } from "./soak.ts";

/** Megabytes that the heap grew by over the second half. */
export const growth = ({ heap }: SoakResult): number => (heap.end - heap.half) / 1e6;

/** The rules of a soak, with a sentence for every violation. */
export const RULES: readonly (readonly [rule: string, found: (result: SoakResult) => readonly string[]])[] = [
  ["every call keeps the rules of a call", ({ broken }) => broken],
  ["a create or rotate takes effect at most once, and no outcome is too hopeful", ({ untrue }) => untrue],
  ["no request follows a redirect", ({ redirected }) => (redirected > 0 ? [`${redirected} did`] : [])],
  ["the runtime prints no warning", ({ warnings }) => warnings],
  ["no timer and no socket stays open", ({ open }) => open],
  ["no listener stays on the caller's signal", ({ listeners }) => (listeners > 0 ? [`${listeners} did`] : [])],
  [
    "the process exits on its own, with code 0",
    ({ exitCode }) => (exitCode === 0 ? [] : [`it ended with ${exitCode}`]),
  ],
  [
    "the heap grows by less than 5 MB over the second half",
    (result) => (growth(result) < 5 ? [] : [`it grew by ${growth(result).toFixed(1)} MB`]),
  ],
];
