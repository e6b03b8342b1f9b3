import type { CallOptions, RetryOptions } from "./call-options.ts";
import { ConfigError } from "./errors/config-error.ts";

/** The options of a call that are numbers; a key that is forgotten here does not compile. */
type Limits = { [K in "timeout" | "totalTimeout" | "maxBodySize" | keyof RetryOptions]-?: number };

/** The options of a call with every gap filled. */
export type Settings = Readonly<Limits> & Pick<CallOptions, "signal" | "onEvent"> & { readonly headers: Headers };

const LIMITS: Limits = {
  timeout: 30_000,
  totalTimeout: 120_000,
  maxBodySize: 10 * 2 ** 20,
  attempts: 3,
  minWait: 500,
  maxWait: 8_000,
};

/** What holds where nothing is said. */
export const defaultSettings = (): Settings => ({ ...LIMITS, headers: new Headers({ accept: "application/json" }) });

/** Puts what is given over the settings below it, which stay as they are. @throws {ConfigError} */
export function settingsOver(
  base: Settings,
  { retry, signal, onEvent = base.onEvent, ...options }: CallOptions,
): Settings {
  const headers = new Headers(base.headers);
  const settings = { ...base, headers, signal, onEvent };
  const given = { ...options, ...(retry === false ? { attempts: 1 } : retry) };
  for (const key of Object.keys(LIMITS) as (keyof Limits)[]) {
    const value = given[key] ?? base[key];
    settings[key] = value === false ? Infinity : value;
    if (!(settings[key] > 0)) throw new ConfigError(key, "must be a number above 0");
  }
  for (const [name, value] of Object.entries(options.headers ?? {})) setHeader(headers, name, value);
  return settings;
}

function setHeader(headers: Headers, name: string, value: string): void {
  try {
    if (/^authorization$/i.test(name) || /[^\t -~\x80-\xff]/.test(value)) throw name;
    headers.set(name, value);
  } catch {
    // The runtime has its own words for a wrong name; they are not passed on, because they may hold the value.
    throw new ConfigError(`headers.${name}`, "cannot be sent");
  }
}
