import { isThere, textOf } from "../parameter-styles/write-parameter.ts";
import type { EncodeBody } from "./encode-body.ts";

/**
 * `multipart/form-data`: a `Blob` or `File` is a file, a list repeats its name, what has parts of its own is JSON, and
 * anything else is text.
 *
 * @param types The media types of single parts, where the description states one.
 */
export const multipartBody =
  (types: Readonly<Record<string, string>> = {}): EncodeBody =>
  (value) => {
    const body = new FormData();
    for (const [name, field] of Object.entries(Object(value))) {
      const type = Object.hasOwn(types, name) ? types[name] : undefined;
      for (const item of [field].flat().filter(isThere)) {
        const part = partOf(item, type);
        if (typeof part === "string") body.append(name, part);
        // A name makes servers take it for a file; a Blob has none of its own.
        else body.append(name, part, item instanceof File ? item.name : name);
      }
    }
    return { body, contentType: undefined };
  };

function partOf(item: unknown, type: string | undefined): string | Blob {
  if (item instanceof Blob) return type && !item.type ? new Blob([item], { type }) : item;
  if (item instanceof ArrayBuffer) return new Blob([item], type ? { type } : {});
  if (item instanceof Uint8Array) return new Blob([new Uint8Array(item)], type ? { type } : {});
  const isText = typeof item !== "object" || item instanceof Date;
  const text = isText ? textOf(item) : JSON.stringify(item);
  const stated = type ?? (isText ? undefined : "application/json");
  return stated ? new Blob([text], { type: stated }) : text;
}
