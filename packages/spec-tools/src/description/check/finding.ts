/** A problem before its place in the files is looked up. */
export interface Finding {
  /** Where it is in the document: the keys and indexes that lead there. */
  readonly tokens: readonly string[];
  /** What an error touches cannot be served; a warning says what is read in another way, or ignored. */
  readonly level: "error" | "warning";
  readonly rule: string;
  readonly message: string;
}

export type Report = (finding: Finding) => void;
