/** Formats of which every value is one of the other, too. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  int8: ["int16", "int32", "int64"],
  int16: ["int32", "int64"],
  int32: ["int64"],
  float: ["double"],
  uuid: ["string"],
  email: ["idn-email"],
  hostname: ["idn-hostname"],
  uri: ["uri-reference", "iri"],
};

/** Formats that constrain no value. */
const SILENT = new Set([undefined, "password", "string", "markdown", "commonmark", "html", "text"]);

/** What a new format does to the values that a schema admits. */
export function formatChange(
  old: string | undefined,
  now: string | undefined,
): "same" | "tightened" | "loosened" | "changed" {
  if (old === now || (SILENT.has(old) && SILENT.has(now))) return "same";
  if (SILENT.has(old)) return "tightened";
  if (SILENT.has(now)) return "loosened";
  if (WIDER[old ?? ""]?.includes(now ?? "")) return "loosened";
  return WIDER[now ?? ""]?.includes(old ?? "") ? "tightened" : "changed";
}

/** Patterns that every text matches. */
const ANY = new Set(["", ".*", "^.*$", "^", "$", "^.*", ".*$", "[\\s\\S]*", "^[\\s\\S]*$"]);

/** Whether every text that matches the old pattern matches the new one, as far as it can be told. */
export function isLooserPattern(old: string, now: string): boolean {
  if (ANY.has(now)) return true;
  const [a, b] = [old, now].map((pattern) => pattern.replace(/^\^\(?/, "").replace(/\)?\$$/, ""));
  if (a === undefined || b === undefined) return false;
  const anchored = old.startsWith("^") === now.startsWith("^") && old.endsWith("$") === now.endsWith("$");
  if (anchored && b.split("|").includes(a)) return true;
  const members = new Set(b.split("|"));
  if (anchored && a.includes("|") && a.split("|").every((member) => members.has(member))) return true;
  // A wider quantifier behind the same class.
  const [first, second] = [old, now].map((pattern) => /^(\^\[[^\]]+\])(?:\+|\*|\{(\d+),(\d*)\})\$$/.exec(pattern));
  if (!first || !second || first[1] !== second[1]) return false;
  const range = (text: string, match: RegExpExecArray): readonly [number, number] =>
    text.endsWith("+$")
      ? [1, Number.POSITIVE_INFINITY]
      : text.endsWith("*$")
        ? [0, Number.POSITIVE_INFINITY]
        : [Number(match[2]), match[3] ? Number(match[3]) : Number.POSITIVE_INFINITY];
  const [one, other] = [range(old, first), range(now, second)];
  return other[0] <= one[0] && other[1] >= one[1];
}
