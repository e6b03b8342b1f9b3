import type { Effect } from "./effect.ts";

/** The plain data of an operation; an error and a writer need only this. */
export interface OperationFacts {
  readonly name: string;
  readonly method: string;
  /** The path template of the spec, with `{name}` for each path parameter. */
  readonly path: string;
  readonly effect: Effect;
  /** What to do after a create or rotate with an unknown outcome: the `x-recovery` of the spec. */
  readonly recovery?: string;
  /** The security schemes that it needs: all of one of these lists. Defaults to those of the provider. */
  readonly security?: readonly (readonly string[])[];
  /** The input fields that are sent in the query. */
  readonly query?: readonly string[];
  /** Set if the remaining input fields are the JSON body. */
  readonly body?: "required" | "optional";
  /** The documented types of a success body, `["object"]` by default; `empty` means no body. */
  readonly answer?: readonly AnswerKind[];
  /** The fields of the success body with a secret that only this response reveals. */
  readonly reveals?: readonly string[];
  /** The error statuses that are documented with a JSON body: numbers, ranges, and `default` for all others. */
  readonly errors?: readonly (number | "4XX" | "5XX" | "default")[];
}

export type AnswerKind = "object" | "array" | "any" | "empty";
