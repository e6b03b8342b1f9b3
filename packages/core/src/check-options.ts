import { configError } from "./errors/config-error.ts";

/** The type of each option, in words. */
export type Kinds = Readonly<Record<string, string>>;

const NUMBER = "a number above 0";
const LIMIT = `${NUMBER}, or false`;

/** The options of a retry. */
export const RETRY_OPTIONS: Kinds = { attempts: NUMBER, minWait: NUMBER, maxWait: NUMBER };

const SHARED: Kinds = {
  timeout: LIMIT,
  totalTimeout: LIMIT,
  maxBodySize: NUMBER,
  retry: "an object, or false",
  headers: "an object",
  onEvent: "a function",
};

/** The options of a call. */
export const CALL_OPTIONS: Kinds = { ...SHARED, signal: "an AbortSignal" };

/** The options of a client. */
export const CLIENT_OPTIONS: Kinds = {
  ...SHARED,
  auth: "an object",
  baseUrl: "a string",
  allowInsecure: "a boolean, or false",
  fetch: "a function",
  userAgent: "a string",
};

/**
 * Checks the names and the types of options, for callers without TypeScript.
 *
 * @param place The prefix of the name of an option in an error.
 * @throws {ConfigError}
 */
export function checkOptions(options: object, kinds: Kinds, place = ""): void {
  const known = Object.keys(kinds);
  for (const [name, value] of Object.entries(options)) {
    const isKnown = known.includes(name);
    const isTooSmall = typeof value === "number" && !(value > 0);
    const kind = isTooSmall ? `the number ${value}` : value === false ? "false" : kindOf(value);
    if (isKnown && (value == null || kinds[name]?.includes(kind))) continue;
    const meant = known.find((other) => start(other) === start(name));
    const hint = meant ? `did you mean ${meant}?` : `there are ${known.join(", ")}`;
    throw configError(place + name, isKnown ? `must be ${kinds[name]}, not ${kind}` : `is not an option; ${hint}`);
  }
}

const start = (name: string): string => name.slice(0, 4).toLowerCase();

const kindOf = (value: unknown): string => (Object(value).addEventListener ? "AbortSignal" : typeof value);
