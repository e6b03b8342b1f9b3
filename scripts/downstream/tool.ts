import type { Result } from "./result.ts";
import type { Target } from "./target.ts";

/** A tool of others that reads API descriptions. */
export interface Tool {
  readonly name: string;
  /** As the page shows it, once its packages are installed. */
  version(): Promise<string>;
  /** The heading on the page. */
  readonly group: string;
  /** What counts as right, where that is not what it is for clients. */
  readonly right?: string;
  /**
   * Tries it on some published files, one result each.
   *
   * @param folder An empty folder of its own.
   */
  attempt(targets: readonly Target[], folder: string): Promise<readonly Result[]>;
}
