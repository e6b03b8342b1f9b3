import type { ApiContent, ApiEncoding } from "../../description/api-message.ts";
import type { WireChange } from "./wire-change.ts";

/** How single parts of a form are written; what is not said follows from the media type. */
export function encodingChanges(old: ApiContent, now: ApiContent): readonly WireChange[] {
  return [...new Set([...old.encoding.keys(), ...now.encoding.keys()])].flatMap((name): readonly WireChange[] => {
    const [from, to] = [old.encoding.get(name) ?? DEFAULT_ENCODING, now.encoding.get(name) ?? DEFAULT_ENCODING];
    const places = (a: unknown, b: unknown) => ({
      old: { pointer: `${old.pointer}/encoding/${name}`, value: a },
      new: { pointer: `${now.pointer}/encoding/${name}`, value: b },
    });
    const code = `\`${name}\``;
    const changes: WireChange[] = [];
    if (styleOf(from) !== styleOf(to)) {
      const sides = places(styleOf(from), styleOf(to));
      changes.push({ rule: "request-parameter-serialization-changed", name: code, ...sides });
    }
    if (from.contentType === to.contentType || !(old.encoding.has(name) && now.encoding.has(name))) return changes;
    const [before, after] = [listOf(from), listOf(to)];
    const gone = before.filter((type) => !after.includes(type));
    const rule = gone.length > 0 || before.length === 0 ? "request-part-type-removed" : "request-part-type-added";
    return [...changes, { rule, name: code, ...places(from.contentType, to.contentType) }];
  });
}

const DEFAULT_ENCODING: ApiEncoding = { contentType: undefined, style: "form", explode: true, allowReserved: false };

const styleOf = ({ style, explode, allowReserved }: ApiEncoding): string =>
  [style, explode ? "explode" : "joined", ...(allowReserved ? ["reserved"] : [])].join(", ");

const listOf = ({ contentType }: ApiEncoding): readonly string[] =>
  (contentType ?? "").split(",").flatMap((type) => (type.trim() === "" ? [] : [type.trim().toLowerCase()]));
