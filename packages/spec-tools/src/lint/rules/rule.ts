import type { ApiDescription, ApiOperation } from "../../description/api-description.ts";
import type { Kind } from "../../description/check/document-kinds.ts";
import type { TextPlace } from "../../description/read/text-places.ts";
import { type Found, objectsIn } from "../../description/schemas/objects-in.ts";

/** What breaks a rule, and where: the key of the part of the document that the pointer names. */
export interface Fault {
  readonly pointer: string;
  /** Where it is in the first file, for what is no part of the document: a comment, an alias. */
  readonly place?: TextPlace;
  /** What is wrong and what to do, in one sentence. */
  readonly message: string;
}

/** A rule of the style guide: everything of an API that breaks it. The options are what a config states for the rule. */
export type Rule = (api: ApiDescription, options: Options) => readonly Fault[];

/** As they are in a YAML file, so of any form. */
export type Options = Readonly<Record<string, unknown>>;

/** A rule that looks at each operation by itself. */
export const eachOperation =
  (check: (operation: ApiOperation, options: Options) => readonly Fault[]): Rule =>
  ({ operations }, options) =>
    operations.flatMap((operation) => check(operation, options));

/** A rule that looks at each object of some kinds as it is written. */
export const eachObject =
  (kinds: readonly Kind[], check: (found: Found) => readonly Fault[]): Rule =>
  ({ document }) =>
    [...objectsIn(document)].filter(({ kind }) => kinds.includes(kind)).flatMap(check);
