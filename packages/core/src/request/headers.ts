import { configError } from "../errors/config-error.ts";

/** Headers as a caller may give them; a value that is undefined counts as absent. */
export type HeadersOption =
  | Readonly<Record<string, string | undefined>>
  | Iterable<readonly [name: string, value: string | undefined]>
  | Headers;

/** What is sent, by lower-case name. */
export type SentHeaders = Readonly<Record<string, string>>;

/** A name that can be sent. What says who is calling or where a message ends is not the caller's to set. */
const NAME =
  /^(?!(authorization|connection|content-length|expect|keep-alive|transfer-encoding|upgrade)$)[\w!#$%&'*+.^`|~-]+$/;

/** Puts headers over those below them, which stay as they are. @throws {ConfigError} */
export function mergeHeaders(below: SentHeaders, option: HeadersOption | undefined): SentHeaders {
  const headers: Record<string, string> = { ...below };
  const pairs: Iterable<unknown> =
    Symbol.iterator in Object(option) ? (option as Iterable<unknown>) : Object.entries(option ?? {});
  for (const pair of pairs) {
    const [given, value]: unknown[] = Array.isArray(pair) && pair.length === 2 ? pair : [];
    const name = String(given ?? "").toLowerCase();
    if (name && value === undefined) continue;
    if (!NAME.test(name) || typeof value !== "string" || /[^\t -~\x80-\xff]/.test(value)) {
      // Whoever gives name and value in the wrong order gives a secret for a name, so only short words are repeated.
      const shown = /^([a-z]{1,13}(-|$))+$/.test(name) ? `headers.${given}` : "headers";
      throw configError(shown, "cannot be set, or not to this");
    }
    headers[name] = value;
  }
  return headers;
}
