import type { CallOptions, RetryOptions } from "./call-options.ts";
import { ConfigError } from "./errors/config-error.ts";

/** The options of a call that are numbers; a key that is forgotten here does not compile. */
type Limits = { [K in "timeout" | "totalTimeout" | "maxBodySize" | keyof RetryOptions]-?: number };

/** The options of a call with every gap filled. */
export type Settings = Limits & Pick<CallOptions, "signal" | "onEvent"> & { readonly headers: Headers };

const DEFAULTS: Limits = {
  timeout: 30_000,
  totalTimeout: 120_000,
  maxBodySize: 10 * 2 ** 20,
  attempts: 3,
  minWait: 500,
  maxWait: 8_000,
};

/** Fills the gaps of a call's options from the client's, and theirs from the defaults. @throws {ConfigError} */
export function settingsOf(client: CallOptions, call: CallOptions = {}): Settings {
  const headers = new Headers({ accept: "application/json" });
  const settings = { ...DEFAULTS, signal: call.signal, onEvent: call.onEvent ?? client.onEvent, headers };
  for (const { retry, ...rest } of [client, call]) {
    const given = { ...rest, ...(retry === false ? { attempts: 1 } : retry) };
    for (const key of Object.keys(DEFAULTS) as (keyof Limits)[]) {
      const value = given[key] ?? settings[key];
      settings[key] = value === false ? Infinity : value;
      if (!(settings[key] > 0)) throw new ConfigError(key, "must be a number above 0");
    }
    for (const [name, value] of Object.entries(rest.headers ?? {})) setHeader(headers, name, value);
  }
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
