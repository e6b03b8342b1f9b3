import type { BodyOptions } from "./encode-with.ts";
import type { WriteParameter } from "./parameter-styles/write-parameter.ts";

export type ParameterPlace = "path" | "query" | "header" | "cookie";

/** A parameter of an operation, as its description has it. */
export interface ParameterDefinition {
  readonly in: ParameterPlace;
  readonly name: string;
  /** Its name in the input; the same by default. */
  readonly field?: string;
  /** How its value is written; by default as OpenAPI has it for its place: `simple`, or `form` with `explode`. */
  readonly write?: WriteParameter;
}

/** What a writer must know of an operation. */
export interface WriterOptions extends BodyOptions {
  /** All of them. */
  readonly parameters?: readonly ParameterDefinition[];
  /** A part of the query that is the same in every request, escaped already. */
  readonly query?: string;
}
