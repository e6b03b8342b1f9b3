import type { AnswerKind, Effect, OperationDefinition, Outcome, ResponseFault } from "@git-tokens/core";
import type { Script } from "../server/script.ts";
import type { Wire } from "../server/wire.ts";

/** The basis of every case: its operations, and the default options. */
export interface CaseSetup {
  readonly options: CaseOptions;
  readonly credential: string;
  readonly operations: Readonly<Record<string, CaseOperation>>;
}

/** An operation with its effect, the input of its calls and the response of the server. */
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

/** What a credential function does when it is called; the last step is used from then on. */
export type CredentialStep =
  | { readonly give: unknown }
  | { readonly throw: string }
  /** Never settles. */
  | { readonly hang: true };

/** When the caller aborts: at once, or some milliseconds after the n-th event of a kind. */
export interface CaseAbort {
  readonly on: "call" | "attempt" | "retry";
  readonly nth?: number;
  readonly after?: number;
}

/** From the first to the second number, inclusive. */
export type Range = readonly [from: number, to: number];

/** One call against one script, and its expected results. */
export interface Case<Operation extends string = string> {
  /** Unique in its table; a sentence. */
  readonly name: string;
  readonly operation: Operation;
  /** One fault per attempt; after the last one the server is healthy. */
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
  /** HTTP/1.1 and direct by default. */
  readonly wire?: Wire;
  readonly expect: Expectation;
}

/** `success` is the documented response, `error` an error of the client, `abort` the reason of the signal. */
export type Expectation = CommonExpectation &
  (
    | { readonly end: "success" | "abort"; readonly error?: never }
    | { readonly end: "error"; readonly error: ExpectedError }
  );

interface CommonExpectation {
  /** The requests that were sent or tried. */
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

/** Own properties of the error; others may have any value. */
export interface ExpectedError {
  readonly name: "ApiError" | "ConfigError" | "ConnectionError" | "RedirectError" | "ResponseError" | "TimeoutError";
  readonly status?: number;
  readonly budget?: "timeout" | "totalTimeout";
  readonly limit?: number;
  readonly fault?: ResponseFault;
  readonly option?: string;
  readonly requestId?: string;
  readonly retryAfter?: Range;
  /** The origin of the server, that of another one, or none. */
  readonly target?: "server" | "elsewhere" | "none";
  /** Whether the error says what to do. */
  readonly recovery?: boolean;
}
