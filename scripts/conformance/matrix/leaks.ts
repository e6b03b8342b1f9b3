import { inspect } from "node:util";

/** A text that must not be shown, in all forms in which a text can contain it. */
export const formsOf = (canary: string): readonly string[] => [
  canary,
  encodeURIComponent(canary),
  encodeURI(canary),
  JSON.stringify(canary).slice(1, -1),
  JSON.stringify(JSON.stringify(canary).slice(1, -1)).slice(1, -1),
  canary.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;"),
  Buffer.from(canary).toString("base64").replace(/=+$/, ""),
  // UTF-8 in a header: runtimes read one character per byte.
  Buffer.from(canary).toString("latin1"),
];

/** Every place in a value, or in anything reachable from it, that contains one of the texts. */
export function leaksOf(value: unknown, texts: readonly string[]): readonly string[] {
  const found: string[] = [];
  const look = (place: string, text: string): void => {
    if (texts.some((secret) => text.includes(secret))) found.push(place);
  };
  look("inspect", inspect(value, { showHidden: true, depth: null, maxStringLength: null, maxArrayLength: null }));
  look("JSON.stringify", JSON.stringify(value) ?? "");
  look("String", String(value));
  const seen = new Set<unknown>();
  const walk = (inner: unknown, path: string): void => {
    if (typeof inner === "string") look(path, inner);
    if ((typeof inner !== "object" && typeof inner !== "function") || inner === null || seen.has(inner)) return;
    seen.add(inner);
    if (inner instanceof Headers || inner instanceof Map) walk([...inner], `${path}.entries`);
    if (inner instanceof Set) walk([...inner], `${path}.values`);
    for (const key of Reflect.ownKeys(inner)) {
      look(`${path}: the key ${String(key)}`, String(key));
      walk(Reflect.get(inner, key), `${path}.${String(key)}`);
    }
  };
  walk(value, "value");
  return found;
}
