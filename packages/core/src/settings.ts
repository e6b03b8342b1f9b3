import type { CallOptions, RetryOptions } from "./call-options.ts";
import { ConfigError } from "./errors/config-error.ts";

/** The options of a call with every gap filled; a key that is forgotten here does not compile. */
export type Settings = {
  readonly [K in Exclude<keyof CallOptions, "retry" | "signal" | "onEvent" | "headers">]-?: number;
} & {
  readonly retry: { readonly [K in keyof RetryOptions]-?: number };
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: CallOptions["signal"];
  readonly onEvent: CallOptions["onEvent"];
};

/** Fills the gaps of a call's options from the client's, and theirs from the defaults. @throws {ConfigError} */
export function settingsOf(client: CallOptions, call: CallOptions = {}): Settings {
  const retry = call.retry ?? client.retry;
  const retries = { attempts: 3, minWait: 500, maxWait: 8_000, ...defined(client.retry), ...defined(call.retry) };
  const limit = (key: "timeout" | "totalTimeout" | "maxBodySize", fallback: number): number => {
    const value = call[key] ?? client[key] ?? fallback;
    return value === false ? Infinity : positive(key, value);
  };
  return {
    timeout: limit("timeout", 30_000),
    totalTimeout: limit("totalTimeout", 120_000),
    maxBodySize: limit("maxBodySize", 10 * 2 ** 20),
    retry: {
      attempts: retry === false ? 1 : positive("retry.attempts", retries.attempts),
      minWait: positive("retry.minWait", retries.minWait),
      maxWait: positive("retry.maxWait", retries.maxWait),
    },
    headers: checkedHeaders({ ...client.headers, ...call.headers }),
    signal: call.signal ?? client.signal,
    onEvent: call.onEvent ?? client.onEvent,
  };
}

/** Without the keys that are there but undefined, which would otherwise hide a default. */
function defined(options: RetryOptions | false = {}): { readonly [K in keyof RetryOptions]: number } {
  return Object.fromEntries(Object.entries(options || {}).filter(([, value]) => value !== undefined));
}

function positive(option: string, value: number): number {
  if (value > 0) return value;
  throw new ConfigError(option, "must be a number above 0");
}

function checkedHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const [name, value] of Object.entries(headers)) {
    const option = `headers.${name}`;
    if (/^authorization$/i.test(name))
      throw new ConfigError(option, "is set by the client; give the credential as auth");
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) throw new ConfigError("headers", "has a name that no header can have");
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value))
      throw new ConfigError(option, "has a character that no header can hold");
  }
  return headers;
}
