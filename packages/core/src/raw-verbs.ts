/** The types of the raw methods. Nothing else imports the types of openapi-fetch. */
import type { FetchResponse, ParamsOption, RequestBodyOption } from "openapi-fetch";
import type { CallOptions } from "./call-options.ts";

/** The paths that have an operation for a method. */
type PathsWith<Paths, Method extends string> = {
  [Path in keyof Paths]: Paths[Path] extends { readonly [M in Method]: object } ? Path : never;
}[keyof Paths];

type OperationAt<Item, Method extends string> = Item extends { readonly [M in Method]: infer Operation extends object }
  ? Operation
  : never;

/** The input of a raw method after its path: `params` and `body` as in openapi-fetch, and the options of any call. */
export type RawInit<Operation> = ParamsOption<Operation> & RequestBodyOption<Operation> & CallOptions;

type RawVerb<Paths, Method extends string> = <Path extends PathsWith<Paths, Method>>(
  path: Path,
  ...init: object extends RawInit<OperationAt<Paths[Path], Method>>
    ? [init?: RawInit<OperationAt<Paths[Path], Method>>]
    : [init: RawInit<OperationAt<Paths[Path], Method>>]
) => Promise<FetchResponse<OperationAt<Paths[Path], Method>, object, "application/json">>;

/** The methods of openapi-fetch: `client.PUT("/path", { params, body })` resolves to `{ data, error, response }`. */
export type RawVerbs<Paths extends object> = {
  readonly [Method in "get" | "put" | "post" | "delete" | "options" | "head" | "patch" as Uppercase<Method>]: RawVerb<
    Paths,
    Method
  >;
};
