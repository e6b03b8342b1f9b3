import type { JsonObject } from "../json.ts";
import type { DocumentSource } from "./document-source.ts";
import { parseText } from "./parse-text.ts";
import { placesOf } from "./text-places.ts";
import { versionIn } from "./version-in.ts";

/**
 * Parses the text of an API description.
 *
 * @param file What messages call it, and what its references to other files are relative to.
 * @throws {SpecError} if it is malformed, or no API description.
 */
export async function readDocument(file: string, text: string, network: boolean): Promise<DocumentSource> {
  const stated = versionIn(file, parseText(file, text));
  if (NAMES_FILES.test(text)) {
    const { bundleFiles } = await import("./bundle-files.ts");
    return bundleFiles(file, text, network);
  }
  const find = placesOf(text);
  let again: JsonObject | undefined;
  return {
    stated,
    files: [file],
    reread: () => {
      again ??= versionIn(file, parseText(file, text)).document;
      return again;
    },
    placeOf: (tokens) => ({ file, ...find(tokens) }),
  };
}

/** Whether a text has a `$ref` that does not begin with `#`. In a description or an example it only costs time. */
const NAMES_FILES = /\$ref["']?\s*:\s*["']?[^#"'\s{[]/;
