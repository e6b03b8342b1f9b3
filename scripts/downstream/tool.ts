import type { Result } from "./result.ts";
import type { Target } from "./target.ts";

/** A tool of others that reads API descriptions, ready to be tried. */
export interface Tool {
  readonly name: string;
  /** As the page shows it. */
  readonly version: string;
  /** The heading on the page. */
  readonly group: string;
  /**
   * Tries it on some published files, one result each.
   *
   * @param folder An empty folder of its own.
   */
  attempt(targets: readonly Target[], folder: string): Promise<readonly Result[]>;
}
