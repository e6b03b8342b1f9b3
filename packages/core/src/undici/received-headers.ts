/** Headers as undici parses them, by lower-case name. */
export type ParsedHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** The headers of a response, of which most are never asked for: they become `Headers` of the runtime once one needs more than a value. */
export class ReceivedHeaders implements Headers {
  readonly #parsed: ParsedHeaders;
  #own: Headers | undefined;

  constructor(parsed: ParsedHeaders) {
    this.#parsed = parsed;
  }

  get(name: string): string | null {
    if (this.#own) return this.#own.get(name);
    const key = name.toLowerCase();
    const value = Object.hasOwn(this.#parsed, key) ? this.#parsed[key] : undefined;
    return Array.isArray(value) ? this.#whole.get(name) : value === undefined ? null : bytesOf(value);
  }

  has(name: string): boolean {
    return this.get(name) !== null;
  }

  append(name: string, value: string): void {
    this.#whole.append(name, value);
  }

  set(name: string, value: string): void {
    this.#whole.set(name, value);
  }

  delete(name: string): void {
    this.#whole.delete(name);
  }

  getSetCookie(): string[] {
    return this.#whole.getSetCookie();
  }

  forEach(callback: (value: string, name: string, parent: Headers) => void): void {
    for (const [name, value] of this) callback(value, name, this);
  }

  entries(): HeadersIterator<[string, string]> {
    return this.#whole.entries();
  }

  keys(): HeadersIterator<string> {
    return this.#whole.keys();
  }

  values(): HeadersIterator<string> {
    return this.#whole.values();
  }

  [Symbol.iterator](): HeadersIterator<[string, string]> {
    return this.entries();
  }

  get #whole(): Headers {
    this.#own ??= headersOf(this.#parsed);
    return this.#own;
  }
}

function headersOf(parsed: ParsedHeaders): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(parsed)) {
    for (const value of [values ?? []].flat()) headers.append(name, bytesOf(value));
  }
  return headers;
}

/** A header has bytes. What undici has read as a letter of several is not ASCII in any form, so that nobody shows it. */
const bytesOf = (value: string): string => value.replaceAll(/[^\0-\xff]/g, "\xff");
