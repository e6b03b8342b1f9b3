import type { ApiOperation } from "@git-tokens/spec-tools/description/api-description";
import type { NpmClient } from "./npm-clients.ts";

/** A new folder outside this repository, one per npm client, with the program in `program/`. */
export interface Project {
  readonly folder: string;
  readonly client: NpmClient;
  /** The URL of the registry. */
  readonly registry: string;
  /** The names of the packages that the program needs. */
  readonly packages: readonly string[];
  /** The operations of every provider, by its name. */
  readonly operations: Readonly<Record<string, readonly ApiOperation[]>>;
  /** The URL of every provider's mock, by its name. */
  readonly servers: Readonly<Record<string, string>>;
  /** The only credential that the mocks accept. */
  readonly credential: string;
  /** Stops what is running. */
  readonly signal: AbortSignal;
}

/** One row of a table: a check that runs in every project. */
export interface Check {
  /** Its name in the table. */
  readonly title: string;
  /** Passes if it resolves; otherwise the error says why it fails. */
  check(project: Project): Promise<void>;
}

/** The rows of one table. */
export interface CheckList {
  /** The heading of the table. */
  readonly heading: string;
  readonly checks: readonly Check[];
}
