import type { CallOptions, RetryOptions } from "./call-options.ts";
import { ConfigError } from "./errors/config-error.ts";
import { JSON_TYPE } from "./request/http-request.ts";

/** The options of a call that are numbers; a key that is forgotten here does not compile. */
type Limits = { [K in "timeout" | "totalTimeout" | "maxBodySize" | keyof RetryOptions]-?: number };

/** The options of a call with every gap filled. */
export type Settings = Readonly<Limits> &
  Pick<CallOptions, "signal" | "onEvent"> & {
    /** By lower-case name. */
    readonly headers: Readonly<Record<string, string>>;
  };

const LIMITS: Readonly<Limits> = {
  timeout: 30_000,
  totalTimeout: 120_000,
  maxBodySize: 10 * 2 ** 20,
  attempts: 3,
  minWait: 500,
  maxWait: 8_000,
};

/** What holds where nothing is said. */
export const DEFAULTS: Settings = { ...LIMITS, headers: { accept: JSON_TYPE } };

/** Puts what is given over the settings below it, which stay as they are. @throws {ConfigError} */
export function mergeOptions(
  base: Settings,
  { retry, signal, onEvent = base.onEvent, ...options }: CallOptions,
): Settings {
  const headers: Record<string, string> = { ...base.headers };
  const settings = { ...base, headers, signal, onEvent };
  const given = { ...options, ...(retry === false ? { attempts: 1 } : retry) };
  for (const key of Object.keys(LIMITS) as (keyof Limits)[]) {
    const value = given[key] ?? base[key];
    settings[key] = value === false ? Infinity : value;
    if (typeof settings[key] !== "number" || !(settings[key] > 0)) {
      throw new ConfigError(key in options ? key : `retry.${key}`, "must be a number above 0");
    }
  }
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    const sendable =
      typeof value === "string" && /^[\w!#$%&'*+.^`|~-]+$/.test(name) && !/[^\t -~\x80-\xff]/.test(value);
    if (!sendable || /^authorization$/i.test(name)) throw new ConfigError(`headers.${name}`, "cannot be sent");
    headers[name.toLowerCase()] = value;
  }
  return settings;
}
