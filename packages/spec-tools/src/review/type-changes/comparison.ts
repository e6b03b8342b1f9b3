import type ts from "typescript";
import type { ApiDescription } from "../../description/api-description.ts";
import type { TypeExports } from "./named-types.ts";
import type { Uses } from "./schema-uses.ts";

/** What a subject and its findings need to know of both versions. */
export interface Comparison {
  readonly checker: ts.TypeChecker;
  readonly old: TypeExports;
  readonly now: TypeExports;
  readonly uses: Uses;
  readonly apis: { readonly old: ApiDescription; readonly now: ApiDescription };
}
