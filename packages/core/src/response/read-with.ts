import type { ReadMediaType, ResponseReader } from "./response-reader.ts";

/**
 * Reads success bodies by their media types. For generated code.
 *
 * @param readers By media type as the description has it, `*` for any part of it: `text/csv`, `image/*`. JSON needs none.
 * @param accept The media types to ask for, JSON included where it is documented.
 */
export const readWith = (readers: Readonly<Record<string, ReadMediaType>>, accept: string): ResponseReader => ({
  accept,
  find: (contentType) => {
    const type = essence(contentType);
    return Object.entries(readers).find(([pattern]) => matches(essence(pattern), type))?.[1];
  },
});

/** A media type without its parameters. */
const essence = (contentType: string): string => (contentType.split(";")[0] ?? "").trim().toLowerCase();

function matches(pattern: string, type: string): boolean {
  const [wanted = "*", wantedKind = "*"] = pattern.split("/");
  const [given, kind] = type.split("/");
  return (wanted === "*" || wanted === given) && (wantedKind === "*" || wantedKind === kind);
}
