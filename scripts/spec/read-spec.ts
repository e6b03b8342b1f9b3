import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, resolve as resolvePath } from "node:path";
import redocly from "@redocly/openapi-core";
import type { OpenApiDocument } from "./document.ts";
import { plugin, requirements } from "./plugin.ts";
import { type Problem, SpecError } from "./problem.ts";

/** A spec that passed every requirement. */
export interface Spec {
  /** The file's name without its extension: the name of the provider. */
  readonly name: string;
  /** The file as the caller named it. */
  readonly file: string;
  /** SHA-256 of the file's text, in hexadecimal. */
  readonly hash: string;
  readonly document: OpenApiDocument;
}

/**
 * Reads and validates a spec.
 *
 * @param file Path of an OpenAPI 3.1 document in YAML or JSON; messages name it as it is given.
 * @throws {SpecError} with every problem found: unreadable, malformed, a broken reference, or a rule that is not kept.
 */
export async function readSpec(file: string): Promise<Spec> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    const why = error.code === "ENOENT" ? "there is no such file" : `the file cannot be read: ${error.message}`;
    throw new SpecError([{ file, line: 1, column: 1, rule: "readable", message: why }]);
  });
  const parsed = parse(file, text);
  const document: unknown = parsed.parsed;
  if (!isOpenApi31(document)) {
    const message = 'the file is no OpenAPI 3.1 document; it starts with "openapi: 3.1.0"';
    throw new SpecError([{ file, line: 1, column: 1, rule: "openapi-version", message }]);
  }
  const problems = await lint(file, parsed);
  if (problems.length > 0) throw new SpecError(problems);
  return {
    name: basename(file).replace(/\.[^.]*$/, ""),
    file,
    hash: createHash("sha256").update(text).digest("hex"),
    document,
  };
}

type ParsedDocument = ReturnType<typeof redocly.makeDocumentFromString>;

function parse(file: string, text: string): ParsedDocument {
  try {
    return redocly.makeDocumentFromString(text, resolvePath(file));
  } catch (error) {
    if (!(error instanceof redocly.YamlParseError)) throw error;
    const [reason] = error.originalError.message.split("\n");
    const message = `the YAML is malformed: ${reason}`;
    throw new SpecError([{ file, line: error.line, column: error.col, rule: "well-formed", message }]);
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

async function lint(file: string, document: ParsedDocument): Promise<readonly Problem[]> {
  const config = await redocly.createConfig({ plugins: [plugin], rules: requirements });
  const found = await redocly.lintDocument({
    document,
    config: config.styleguide,
    externalRefResolver: new redocly.BaseResolver(),
  });
  const problems = found.map(({ location: [place], message, ruleId }): Problem => {
    const start = place && redocly.getLineColLocation(place).start;
    return {
      file,
      line: start?.line ?? 1,
      column: start?.col ?? 1,
      rule: ruleId,
      message: message.trim().replaceAll(/\s*\n\s*/g, " "),
    };
  });
  return problems.sort((a, b) => a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : 1));
}
