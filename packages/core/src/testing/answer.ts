import type { Operation } from "../operation.ts";
import type { Anywhere, Reply } from "./reply.ts";
import type { TestRequest } from "./test-request.ts";

/** The operations among the members of a module, whatever else it exports. */
export type NameIn<Operations> = {
  [Name in keyof Operations]: Operations[Name] extends Operation<
    infer _Name,
    infer _Input,
    infer _Output,
    infer _Errors
  >
    ? Name
    : never;
}[keyof Operations];

/** The input of an operation as it arrived; values of the path and query have become texts. */
export type Sent<Input> = {
  readonly [Field in keyof Input]: Input[Field] extends string | object | null | undefined
    ? Input[Field]
    : Input[Field] | string;
};

/** A response to an operation: its success body, one of its documented statuses, or a lost response. */
export type Answer<Of> =
  Of extends Operation<infer _Name, infer _Input, infer Output, infer Errors>
    ?
        | Output
        | { [Status in keyof Errors]: Reply<{ readonly [_ in Status]: Errors[Status] }> }[keyof Errors]
        | Reply<Anywhere>
    : never;

/** A response, or a function of the request that returns one. */
type Answering<Of> =
  Of extends Operation<infer _Name, infer Input, infer Output, infer _Errors>
    ?
        | Exclude<Answer<Of>, Output extends readonly unknown[] ? Output : never>
        | ((request: TestRequest<string, Sent<Input>>) => Answer<Of> | Promise<Answer<Of>>)
    : never;

/** The success body of an operation that gives a list. */
type ListBody<Of> =
  Of extends Operation<infer _Name, infer _Input, infer Output, infer _Errors>
    ? Extract<Output, readonly unknown[]>
    : never;

/**
 * The responses to one operation: one for every request, or a list, used in order; its last one is used from then on. What
 * could be both, a list of lists where the success body is a list, is taken for a list of responses.
 */
export type Answers<Of> =
  | Answering<Of>
  | ListBody<Of>
  | readonly [Answering<Of> | Answer<Of>, ...(Answering<Of> | Answer<Of>)[]];

/** The responses to the operations of a provider, by name. */
export type AnswerTable<Operations> = {
  readonly [Name in NameIn<Operations>]?: Answers<Operations[Name]>;
};
