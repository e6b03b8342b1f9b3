/** A check that is known to fail. */
export interface Gap {
  /** The row and the column of its cell in the table. */
  readonly row: string;
  readonly column: string;
  /** Why it fails, and why we cannot fix it. Readers of the table see this. */
  readonly reason: string;
}

/** None today. An entry whose check passes again fails the run, so that no entry outlives its reason. */
export const EXPECTED_GAPS: readonly Gap[] = [];
