/** How many steps there were, and how many of them held. */
export interface Tally {
  readonly steps: number;
  readonly held: number;
}

/** A demo without a step shows nothing, so it does not count as held. */
export const allHeld = ({ steps, held }: Tally): boolean => steps > 0 && held === steps;

/** Of several demos. */
export const sum = (tallies: readonly Tally[]): Tally => ({
  steps: tallies.reduce((total, { steps }) => total + steps, 0),
  held: tallies.reduce((total, { held }) => total + held, 0),
});
