/** The number of steps, and how many of them passed. */
export interface Tally {
  readonly steps: number;
  readonly passed: number;
}

/** A demo without a step shows nothing, so it does not pass. */
export const allPassed = ({ steps, passed }: Tally): boolean => steps > 0 && passed === steps;

/** The sum of several demos. */
export const sum = (tallies: readonly Tally[]): Tally => ({
  steps: tallies.reduce((total, { steps }) => total + steps, 0),
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
});
