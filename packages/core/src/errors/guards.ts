import type { OperationDefinition } from "../operation-definition.ts";
import type { ApiError } from "./api-error.ts";
import type { ConfigError } from "./config-error.ts";
import type { ConnectionError } from "./connection-error.ts";
import type { GitTokensError } from "./git-tokens-error.ts";
import type { RedirectError } from "./redirect-error.ts";
import type { ResponseError } from "./response-error.ts";
import type { TimeoutError } from "./timeout-error.ts";

/** The errors of a client by name. */
interface ErrorsByName {
  ApiError: ApiError;
  ConfigError: ConfigError;
  ConnectionError: ConnectionError;
  RedirectError: RedirectError;
  ResponseError: ResponseError;
  TimeoutError: TimeoutError;
}

// Check the shape, not the class: an error may come from another realm, or from another copy of this package.
const has = <Name extends keyof ErrorsByName>(error: unknown, name: Name): error is ErrorsByName[Name] =>
  isGitTokensError(error) && error.name === name;

/**
 * Whether it is an error of a client, of any kind.
 *
 * An error that was posted to another thread, or went through `structuredClone`, has lost all but its message and stack.
 * On V8, this guard restores its `name`, `operation`, `attempts`, `outcome` and `status` from these.
 */
export function isGitTokensError(error: unknown): error is GitTokensError {
  if (typeof error !== "object" || error === null) return false;
  if ("outcome" in error && "operation" in error && "attempts" in error) return true;
  const told = error instanceof Error ? toldBy(error) : undefined;
  if (told) Object.assign(error, told);
  return told !== undefined;
}

/** The documented body of a status: its own, that of its range, or that of `default`. */
type ErrorBody<Errors extends object, Status extends number> = Status extends keyof Errors
  ? Errors[Status]
  : RangeOf<Status> extends keyof Errors
    ? Errors[RangeOf<Status>]
    : "default" extends keyof Errors
      ? Errors["default"]
      : unknown;

type RangeOf<Status extends number> = `${Status}` extends `4${string}`
  ? "4XX"
  : `${Status}` extends `5${string}`
    ? "5XX"
    : never;

const rangeOf = (status: number): string => (status < 500 ? "4XX" : "5XX");

/** What {@link isApiError} needs of an operation: its name, and the bodies of its errors by type. */
interface Failing<Errors extends object> {
  readonly definition: OperationDefinition;
  readonly errors?: Errors;
}

/**
 * Whether the server responded with an error status; optionally of one operation, or one status of it.
 *
 * With operation and status, the body has its documented type, and the guard is true only if the body is a JSON object or
 * array: a proxy's HTML page with the same status is an ApiError, but fails this check.
 */
export function isApiError(error: unknown): error is ApiError;
export function isApiError<Errors extends object>(error: unknown, operation: Failing<Errors>): error is ApiError;
export function isApiError<Errors extends object, Status extends number>(
  error: unknown,
  operation: Failing<Errors>,
  status: Status,
): error is ApiError<ErrorBody<Errors, Status>, Status>;
export function isApiError(error: unknown, operation?: Failing<object>, status?: number): boolean {
  if (!has(error, "ApiError")) return false;
  if (operation && error.operation !== operation.definition.name) return false;
  if (status === undefined) return true;
  const errors: readonly (number | string)[] = operation?.definition.errors ?? [];
  const documented = errors.includes(status) || errors.includes(rangeOf(status)) || errors.includes("default");
  return error.status === status && (!documented || (typeof error.body === "object" && error.body !== null));
}

/** Whether no response arrived. */
export const isConnectionError = (error: unknown): error is ConnectionError => has(error, "ConnectionError");

/** Whether a time limit ran out. */
export const isTimeoutError = (error: unknown): error is TimeoutError => has(error, "TimeoutError");

/** Whether a success had an unusable body. */
export const isResponseError = (error: unknown): error is ResponseError => has(error, "ResponseError");

/** Whether the server sent a redirect. */
export const isRedirectError = (error: unknown): error is RedirectError => has(error, "RedirectError");

/** Whether an option, an input or a credential is invalid. */
export const isConfigError = (error: unknown): error is ConfigError => has(error, "ConfigError");

/** `ApiError: getThing: status 404 … (attempts: 1, outcome: rejected)`; what a body shows before may look like the end. */
const TOLD =
  /^((?:Api|Config|Connection|Redirect|Response|Timeout)Error): (.+?): (?:status (\d+))?.* \(attempts: (\d+), outcome: (not-sent|rejected|unknown|committed)\)/s;

/** What the first line of a stack tells of an error that has nothing else left; undefined where it is none of a client. */
function toldBy({ stack, message }: Error): object | undefined {
  const [, name, operation, status, attempts, outcome] = TOLD.exec(String(stack)) ?? [];
  // In the stack of an error that quotes another one, its own name comes first.
  if (!String(stack).startsWith(`${name}: ${message}`)) return undefined;
  const seen = { name, operation, attempts: Number(attempts), outcome };
  return status === undefined ? seen : { ...seen, status: Number(status) };
}
