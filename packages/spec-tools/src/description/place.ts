/** A place in a file. */
export interface Place {
  /** The file as it was named by the caller, or by the `$ref` that leads to it. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
}
