import type { ApiDescription, ApiOperation } from "../description/api-description.ts";

/** What is generated: a description, and those of its operations that are wanted and can be served. */
export interface Selection {
  readonly api: ApiDescription;
  readonly operations: readonly ApiOperation[];
  /** SHA-256 of the published document, in hexadecimal. */
  readonly hash: string;
}
