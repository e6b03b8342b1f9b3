/**
 * Masks every known secret in a text, or in all texts, names and numbers of a JSON value; deeper than a hundred levels it
 * cuts.
 *
 * A secret of fewer than six characters, or that is written like a word of fewer than twelve letters, may be one that the
 * server uses anyway. It is masked where it is a whole value, and stays in names and within texts.
 */
export type Redact = <T>(value: T) => T;

const MASK = "[secret]";

const isWord = (secret: string): boolean => /^(.{0,5}|\p{L}\p{Ll}{0,10}|\p{Lu}{0,11})$/su.test(secret);

/** A text as JSON writes it, without its quotes. */
const quoted = (text: string): string => JSON.stringify(text).slice(1, -1);

/** A server may show a request as it came, wrap it once more, or put it into a URL, where half of a letter has no place. */
function forms(secret: string): readonly string[] {
  const whole = secret.replace(/\p{Cs}/gu, "");
  return [secret, quoted(secret), quoted(quoted(secret)), encodeURI(whole), encodeURIComponent(whole)];
}

/** Finds every form of every secret, the longer one first where one is part of another. Host names are in lower case. */
function patternOf(secrets: readonly string[]): RegExp {
  // Nothing is left in a URL of a secret that is halves of letters alone.
  const texts = secrets
    .filter((secret) => !isWord(secret))
    .flatMap(forms)
    .filter(Boolean);
  const escaped = texts.sort((a, b) => b.length - a.length).map((text) => text.replace(/\W/g, "\\$&"));
  return new RegExp(escaped.join("|") || "(?!)", "gi");
}

/** @param names The fields whose values are secret, whatever they are: a server may show one that nobody sent. */
export function redactor(secrets: readonly string[], names: readonly string[]): Redact {
  const values = new Set<unknown>(secrets);
  const pattern = patternOf(secrets);
  const redact = (value: unknown, depth = 0): unknown => {
    if (values.has(typeof value === "number" ? String(value) : value)) return MASK;
    if (typeof value === "string") return value.replace(pattern, MASK);
    if (typeof value !== "object" || !value) return value;
    if (depth > 100) return undefined;
    if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
    const entries = Object.entries(value).map(([name, inner]) => [
      name.replace(pattern, MASK),
      names.includes(name) ? MASK : redact(inner, depth + 1),
    ]);
    return Object.fromEntries(entries);
  };
  // A text stays a text and a JSON value a JSON value.
  return redact as Redact;
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
