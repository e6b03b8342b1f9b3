import { form } from "../parameter-styles/form.ts";
import { isThere, percentEncode, type WriteParameter } from "../parameter-styles/write-parameter.ts";
import type { EncodeBody } from "./encode-body.ts";

/** A list repeats its name, and what has parts of its own is JSON: what OpenAPI says where no style is stated. */
const plain: WriteParameter = (name, value) =>
  [value]
    .flat()
    .filter(isThere)
    .map((item) => form()(name, isObject(item) ? JSON.stringify(item) : item))
    .join("&") || undefined;

const isObject = (value: unknown): boolean => typeof value === "object" && !(value instanceof Date);

/**
 * `application/x-www-form-urlencoded`.
 *
 * @param styles How single fields are written, where the description states a style for them.
 */
export const formBody =
  (styles: Readonly<Record<string, WriteParameter>> = {}): EncodeBody =>
  (value) => {
    const pairs = Object.entries(Object(value)).flatMap(([name, field]) => {
      const write = Object.hasOwn(styles, name) ? (styles[name] ?? plain) : plain;
      return write(name, field) ?? [];
    });
    // As HTML forms do it, and unlike in a URL, a space is a plus sign; percentEncode has left no other one.
    return {
      body: pairs.join("&").replaceAll(percentEncode(" "), "+"),
      contentType: "application/x-www-form-urlencoded",
    };
  };
