/**
 * Masks every known secret in a text, or in all texts and keys of a JSON value; deeper than a hundred levels it cuts. The
 * outermost keys stay: they are those of an error, whatever the secrets are.
 */
export type Redact = <T>(value: T) => T;

const MASK = "[secret]";
const HOLE = "\0";

/** A text as it stands in JSON, without its quotes. */
const quoted = (text: string): string => JSON.stringify(text).slice(1, -1);

function inUrl(encode: (text: string) => string, text: string): string {
  try {
    return encode(text);
  } catch {
    // Half of a surrogate pair has no place in a URL.
    return text;
  }
}

/** A server may show a request as it came, wrap it once more, or put it into a URL. */
const forms = (secret: string): readonly string[] => [
  secret,
  quoted(secret),
  quoted(quoted(secret)),
  inUrl(encodeURI, secret),
  inUrl(encodeURIComponent, secret),
];

/**
 * @param secrets Asked at each use, because hardly any call needs them, and a later credential joins them.
 * @param names The fields whose values are secret, whatever they are: a server may show one that nobody sent.
 */
export function redactor(secrets: () => readonly string[], names: readonly string[]): Redact {
  const redact = (value: unknown, depth: number): unknown => {
    if (typeof value === "string") {
      // A secret may be part of another: the longer one first.
      const all = secrets()
        .flatMap(forms)
        .sort((a, b) => b.length - a.length);
      // A mask must not be masked in its turn, so it is one letter until the end.
      return all.reduce((text, form) => text.replaceAll(form, HOLE), value).replaceAll(HOLE, MASK);
    }
    if (typeof value !== "object" || !value) return value;
    if (depth > 100) return undefined;
    if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
    const entries = Object.entries(value).map(([name, inner]) => [
      depth ? redact(name, depth) : name,
      depth && names.includes(name) ? MASK : redact(inner, depth + 1),
    ]);
    return Object.fromEntries(entries);
  };
  // A text stays a text and a JSON value a JSON value.
  return ((value) => redact(value, 0)) as Redact;
}

/** A copy of what was thrown, down its chain of causes, that keeps what helps to find the fault and no secret. */
export function redactCause(thrown: unknown, redact: Redact, depth = 5): unknown {
  if (Object(thrown) !== thrown) return redact(thrown);
  const { name, message, code, stack, cause } = thrown as Partial<Error & { code: unknown }>;
  const inner = cause && depth ? { cause: redactCause(cause, redact, depth - 1) } : undefined;
  return Object.assign(new Error(redact(message), inner), {
    name: redact(name),
    code: redact(code),
    stack: redact(stack),
  });
}
