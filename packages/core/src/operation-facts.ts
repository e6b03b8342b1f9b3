import type { Effect } from "./effect.ts";

/** What is plain data of an operation; an error and a writer need no more. */
export interface OperationFacts {
  readonly name: string;
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";
  /** The path template as the spec has it, `{name}` for each path parameter. */
  readonly path: string;
  readonly effect: Effect;
  /** What the caller of a create or rotate does when its outcome is unknown: `x-recovery` of the spec. */
  readonly recovery?: string;
  /** The security schemes that it needs: all of one of these lists. What the provider says where this is left out. */
  readonly security?: readonly (readonly string[])[];
  /** The input fields that travel in the query. */
  readonly query?: readonly string[];
  /** Present where the remaining input fields are the JSON body. */
  readonly body?: "required" | "optional";
  /** The documented kinds of a success body, `["object"]` by default; `empty` is no body at all. */
  readonly answer?: readonly AnswerKind[];
  /** The fields of the success body that carry a secret, in this response only. */
  readonly reveals?: readonly string[];
  /** The error statuses that are documented with a JSON body: numbers, ranges, and `default` for all others. */
  readonly errors?: readonly (number | "4XX" | "5XX" | "default")[];
}

export type AnswerKind = "object" | "array" | "any" | "empty";
