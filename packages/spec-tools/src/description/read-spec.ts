import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, resolve as resolvePath } from "node:path";
import * as redocly from "@redocly/openapi-core";
import type { OpenApiDocument } from "./document.ts";
import { requirements } from "./plugin.ts";
import { SpecError } from "./problem.ts";
import { type ParsedDocument, type Rules, validate } from "./validate.ts";

/** A spec that passed every requirement. */
export interface Spec {
  /** The file's name without its extension: the name of the provider. */
  readonly name: string;
  /** The file as the caller named it. */
  readonly file: string;
  /** The file's whole text. */
  readonly text: string;
  readonly document: OpenApiDocument;
  /** The document as indented JSON, as packages publish it. */
  readonly json: string;
  /** SHA-256 of `json`, in hexadecimal. */
  readonly hash: string;
}

/**
 * Reads and validates a spec.
 *
 * @param file Path of an OpenAPI 3.1 document in YAML or JSON; messages name it as it is given.
 * @param rules What it must keep in addition to sound references and structure: all that a client needs, unless the caller asks
 *   for less.
 * @throws {SpecError} with every problem found: unreadable, malformed, a broken reference, or a rule that is not kept.
 */
export async function readSpec(file: string, rules: Rules = requirements): Promise<Spec> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    const why = UNREADABLE[error.code ?? ""] ?? `the file cannot be read: ${error.message}`;
    throw new SpecError([{ file, line: 1, column: 1, rule: "readable", message: why }]);
  });
  return parseSpec(file, text, rules);
}

/**
 * Validates the text of a spec, wherever it came from.
 *
 * @param file What messages call it, and, without folder and extension, the name of the provider.
 * @param rules As for {@link readSpec}.
 * @throws {SpecError} with every problem found: malformed, a broken reference, or a rule that is not kept.
 */
export async function parseSpec(file: string, text: string, rules: Rules = requirements): Promise<Spec> {
  const parsed = parse(file, text);
  const document: unknown = parsed.parsed;
  if (!isOpenApi31(document)) {
    const message = 'the file is no OpenAPI 3.1 document; it has to state "openapi: 3.1.0"';
    throw new SpecError([{ file, line: 1, column: 1, rule: "openapi-version", message }]);
  }
  const problems = await validate(file, parsed, rules);
  if (problems.length > 0) throw new SpecError(problems);
  const json = `${JSON.stringify(document, undefined, 2)}\n`;
  return {
    name: basename(file).replace(/\.[^.]*$/, ""),
    file,
    text,
    document,
    json,
    hash: createHash("sha256").update(json).digest("hex"),
  };
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "this is a folder; name the file in it",
};

function parse(file: string, text: string): ParsedDocument {
  try {
    return redocly.makeDocumentFromString(text, resolvePath(file));
  } catch (error) {
    if (!(error instanceof redocly.YamlParseError)) throw error;
    const [reason = ""] = error.originalError.message.split("\n");
    const message = `the YAML is malformed: ${reason.replace(/ in "[^"]*"( \([\d:]+\))?$/, "")}`;
    // Of a second document in one file the parser does not know the place.
    throw new SpecError([{ file, line: error.line || 1, column: error.col || 1, rule: "well-formed", message }]);
  }
}

/** Tells by the version alone: the rules that run next check the structure. */
function isOpenApi31(document: unknown): document is OpenApiDocument {
  return (
    typeof document === "object" &&
    document !== null &&
    "openapi" in document &&
    typeof document.openapi === "string" &&
    /^3\.1\.\d+$/.test(document.openapi)
  );
}
