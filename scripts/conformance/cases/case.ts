import type { AnswerKind, Effect, OperationDefinition, Outcome, ResponseFault } from "@git-tokens/core";
import type { Protocol, Script } from "../server/script.ts";

/** What every case builds on: the operations it calls, and the options that hold where it names none. */
export interface CaseSetup {
  readonly options: CaseOptions;
  readonly credential: string;
  readonly operations: Readonly<Record<string, CaseOperation>>;
}

/** An operation in the words of the spec extensions, with the input of its calls and the server's answer. */
export interface CaseOperation {
  readonly method: OperationDefinition["method"];
  readonly path: string;
  readonly effect: Effect;
  readonly recovery?: string;
  readonly body?: "required" | "optional";
  readonly kinds?: readonly AnswerKind[];
  readonly reveals?: readonly string[];
  readonly input: Readonly<Record<string, unknown>>;
  readonly answer: Script["answer"];
}

/** Options that JSON can hold. Times are in milliseconds. */
export interface CaseOptions {
  readonly timeout?: number | false;
  readonly totalTimeout?: number | false;
  readonly retry?: false | { readonly attempts?: number; readonly minWait?: number; readonly maxWait?: number };
  readonly maxBodySize?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a credential function does when it is asked; the last step holds for every further time. */
export type CredentialStep =
  | { readonly give: unknown }
  | { readonly throw: string }
  /** Never settles. */
  | { readonly hang: true };

/** When the caller aborts: at once, or so many milliseconds after the n-th event of a kind. */
export interface CaseAbort {
  readonly on: "call" | "attempt" | "retry";
  readonly nth?: number;
  readonly after?: number;
}

/** From the first to the second number, both included. */
export type Range = readonly [from: number, to: number];

/** One call against one script, and all that must come of it. */
export interface Case<Operation extends string = string> {
  /** Unique in its table; a sentence. */
  readonly name: string;
  readonly operation: Operation;
  /** One fault per attempt; after the last the server is healthy. */
  readonly faults: readonly string[];
  /** In place of the operation's. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** Of the client. */
  readonly client?: CaseOptions;
  /** Of the call. */
  readonly options?: CaseOptions;
  /** A function in steps, or a fixed text. */
  readonly credential?: string | readonly CredentialStep[];
  readonly abort?: CaseAbort;
  /** HTTP/1.1 by default. */
  readonly protocol?: Protocol;
  readonly expect: Expectation;
}

/** `success` gives the documented response, `error` an error of the client, `abort` the signal's own reason. */
export type Expectation = CommonExpectation &
  (
    | { readonly end: "success" | "abort"; readonly error?: never }
    | { readonly end: "error"; readonly error: ExpectedError }
  );

interface CommonExpectation {
  /** Requests that were sent, or tried to be. */
  readonly attempts: number;
  /** The `wait` of each `retry` event, in milliseconds. */
  readonly waits: readonly Range[];
  /** Of the last event, and of the error if there is one; undefined if the call never began. */
  readonly outcome?: Outcome;
  /** Effects at the server. */
  readonly committed: number;
  /** The credentials that arrived, one per request. */
  readonly credentials?: readonly string[];
  /** Headers of every request that arrived. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Own properties of the error; those that are not named may be anything. */
export interface ExpectedError {
  readonly name: "ApiError" | "ConfigError" | "ConnectionError" | "RedirectError" | "ResponseError" | "TimeoutError";
  readonly status?: number;
  readonly budget?: "timeout" | "totalTimeout";
  readonly limit?: number;
  readonly fault?: ResponseFault;
  readonly option?: string;
  readonly requestId?: string;
  readonly retryAfter?: Range;
  /** The origin of the server, or that of another one, or that the error names no origin. */
  readonly target?: "server" | "elsewhere" | "none";
  /** Whether the error says what to do. */
  readonly recovery?: boolean;
}
