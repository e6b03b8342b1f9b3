import type { SpecOperation } from "@git-tokens/spec-tools/description/operations";
import type { NpmClient } from "./npm-clients.ts";

/** A fresh folder outside of this repository, one per npm client, with the program in `program/`. */
export interface Project {
  readonly folder: string;
  readonly client: NpmClient;
  /** The URL of the registry. */
  readonly registry: string;
  /** The names of the packages that the program needs. */
  readonly packages: readonly string[];
  /** The operations of every provider by the provider's name. */
  readonly operations: Readonly<Record<string, readonly SpecOperation[]>>;
  /** The URLs of the providers' mocks, by the provider's name. */
  readonly servers: Readonly<Record<string, string>>;
  /** The one credential that the mocks let in. */
  readonly credential: string;
  /** Ends what is running. */
  readonly signal: AbortSignal;
}

/** One row of a table: what is done in every project. */
export interface Check {
  /** As the table names it. */
  readonly title: string;
  /** Holds where it resolves; what it throws says why it does not. */
  check(project: Project): Promise<void>;
}

/** The rows of one table. */
export interface CheckList {
  /** What stands over them. */
  readonly heading: string;
  readonly checks: readonly Check[];
}
