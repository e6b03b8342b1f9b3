import { readFile, stat } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { SpecError } from "../problem.ts";

/** The largest file that is read. The largest API descriptions known have about 15 MB, and 75 MB with references copied in. */
export const MAX_BYTES = 40_000_000;

/**
 * The text of a file that may be an API description.
 *
 * @throws {SpecError} with one sentence where it cannot be one: missing, a folder, too large, binary, empty, HTML.
 */
export async function readText(file: string, path: string = file): Promise<string> {
  const bytes = await readBytes(path).catch((reason: unknown) => {
    throw refused(file, "readable", reason instanceof Unreadable ? reason.message : String(reason));
  });
  return checkText(file, decode(file, bytes));
}

/**
 * A text, where it may be an API description.
 *
 * @throws {SpecError} if it is empty or HTML.
 */
export function checkText(file: string, text: string): string {
  const start = text.slice(0, 1000).trimStart();
  if (start === "" && text.trim() === "") throw refused(file, "readable", "the file is empty; name an API description");
  if (start.startsWith("<")) {
    const what = /^<(!doctype html|html)/i.test(start) ? "an HTML page" : "XML or HTML";
    throw refused(file, "readable", `the file is ${what}; save the API description itself, as YAML or JSON`);
  }
  return text;
}

/** In place of a file: what is piped to the command. */
export const STANDARD_INPUT = "-";

class Unreadable extends Error {}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EISDIR: "this is a folder; name the file in it",
  EACCES: "this user may not read the file",
};

async function readBytes(path: string): Promise<Buffer> {
  if (/^https?:\/\//.test(path)) {
    throw new Unreadable("this is an address on the network; save the description to a file, or pipe it to -");
  }
  try {
    if (path === STANDARD_INPUT) return await buffer(process.stdin);
    const { size } = await stat(path);
    if (size > MAX_BYTES) {
      const megabytes = (bytes: number) => Math.round(bytes / 1e6);
      throw new Unreadable(
        `the file has ${megabytes(size)} MB, and ${megabytes(MAX_BYTES)} MB is the limit; name a description whose references are not copied in`,
      );
    }
    return await readFile(path);
  } catch (reason) {
    if (reason instanceof Unreadable || !(reason instanceof Error)) throw reason;
    const code = "code" in reason ? String(reason.code) : "";
    throw new Unreadable(UNREADABLE[code] ?? `the file cannot be read: ${reason.message}`);
  }
}

function decode(file: string, bytes: Buffer): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {
    // Told below.
  }
  throw refused(file, "readable", "the file is no UTF-8 text; save the API description as YAML or JSON in UTF-8");
}

const refused = (file: string, rule: string, message: string): SpecError =>
  new SpecError([{ file, line: 1, column: 1, rule, message }]);
