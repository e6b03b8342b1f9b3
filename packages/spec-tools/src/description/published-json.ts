import { createHash } from "node:crypto";
import {
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ID,
  getScalarValue,
  mergeTag,
  parseEvents,
  SCALAR_STYLE,
} from "js-yaml";
import type { ApiDescription } from "./api-description.ts";

/**
 * The document of a description as a package publishes it: the file as indented JSON, ending in a line break. It is the
 * document as it was written, before any upgrade, so it is meant for one file of OpenAPI 3.1. Numbers keep all of their
 * digits, also those that JavaScript cannot hold.
 */
export function publishedJson({ text }: Pick<ApiDescription, "text">): string {
  const events = parseEvents(text, { filename: "" });
  const [document] = constructFromEvents(events, {
    source: text,
    filename: "",
    schema: CORE_SCHEMA.withTags(mergeTag),
  });
  return exactJson(document, exactNumbers(text));
}

/** SHA-256 of a text, in hexadecimal. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The numbers of a text that JavaScript cannot hold, by what it makes of them. */
export function exactNumbers(text: string): ReadonlyMap<number, string> {
  // Fewer digits fit always, so most texts need not be read again.
  if (!/\d{16}/.test(text)) return new Map();
  return new Map(
    parseEvents(text, { filename: "" }).flatMap((event): [number, string][] => {
      if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN) return [];
      const written = getScalarValue(text, event);
      const number = Number(written);
      return /^-?\d{16,}$/.test(written) && !Number.isSafeInteger(number) ? [[number, written]] : [];
    }),
  );
}

/**
 * A value as JSON, ending in a line break, its large numbers with all of their digits. It is indented, so that a change can be
 * read, by one space, because the spaces are a third of what a published spec weighs otherwise.
 */
export function exactJson(value: unknown, numbers: ReadonlyMap<number, string>): string {
  const marks = new Map([...numbers].map(([number, written]) => [number, `\u0000${written}\u0000`]));
  const json = JSON.stringify(
    value,
    (_, member) => (typeof member === "number" ? (marks.get(member) ?? member) : member),
    1,
  );
  return `${json.replaceAll(/"\\u0000(-?\d+)\\u0000"/g, "$1")}\n`;
}
