/** Formats of which every value is one of the other, too. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  int8: ["int16", "int32", "int64", "float", "double"],
  int16: ["int32", "int64", "float", "double"],
  int32: ["int64", "double"],
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
  // Bytes are no text, and no text is bytes.
  if (isBytes(old) || isBytes(now)) return "changed";
  if (SILENT.has(old)) return "tightened";
  if (SILENT.has(now)) return "loosened";
  if (WIDER[old ?? ""]?.includes(now ?? "")) return "loosened";
  return WIDER[now ?? ""]?.includes(old ?? "") ? "tightened" : "changed";
}

const isBytes = (format: string | undefined): boolean => format === "binary" || format === "byte";
