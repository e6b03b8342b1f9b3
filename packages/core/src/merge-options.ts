import type { CallOptions, RetryOptions } from "./call-options.ts";
import { CALL_OPTIONS, checkOptions, type Kinds, RETRY_OPTIONS } from "./check-options.ts";
import type { ClientEvent } from "./delivery/events.ts";
import { mergeHeaders, type SentHeaders } from "./request/headers.ts";

/** The numeric options of a call. A missing key does not compile. */
type Limits = { [K in "timeout" | "totalTimeout" | "maxBodySize" | keyof RetryOptions]-?: number };

/** The options of a call with all defaults. */
export type Settings = Readonly<Limits> & {
  readonly signal: AbortSignal | undefined;
  readonly headers: SentHeaders;
  /** The listener of the client, then that of the call. */
  readonly listeners: readonly ((event: ClientEvent) => void)[];
};

/** The default options. */
export const DEFAULTS: Settings = {
  timeout: 30_000,
  totalTimeout: 120_000,
  maxBodySize: 10 * 2 ** 20,
  attempts: 3,
  minWait: 500,
  maxWait: 8_000,
  signal: undefined,
  headers: {},
  listeners: [],
};

/** Returns the settings with the given options applied; it changes neither. @throws {ConfigError} */
export function mergeOptions(base: Settings, options: CallOptions, kinds: Kinds = CALL_OPTIONS): Settings {
  checkOptions(options, kinds);
  const { retry, signal, onEvent, headers, ...rest } = options;
  checkOptions(retry || {}, RETRY_OPTIONS, "retry.");
  const settings: Record<string, unknown> = {
    ...base,
    signal: signal ?? undefined,
    headers: mergeHeaders(base.headers, headers),
    listeners: onEvent ? [...base.listeners, onEvent] : base.listeners,
  };
  const limits = Object.entries({ ...rest, ...(retry === false ? { attempts: 1 } : retry) });
  for (const [key, value] of limits)
    if (key in base && value != null) settings[key] = value === false ? Infinity : value;
  return settings as Settings;
}
