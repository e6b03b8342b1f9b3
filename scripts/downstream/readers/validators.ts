import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runToEnd, wordsOf } from "@git-tokens/spec-tools/system/run";
import { downstreamTools } from "@git-tokens/workspace/tool-set";
import { idsOf, load, type Reader, unlike } from "./reader.ts";

const BOTH = ["3.1", "3.0.3"] as const;

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The ids of the operations of a document that a parser gave back. */
const idsIn = ({ paths }: Document): readonly string[] =>
  Object.values(paths).flatMap((item) =>
    Object.values(item).flatMap((one) => {
      const id: unknown = Reflect.get(Object(one), "operationId");
      return typeof id === "string" ? [id] : [];
    }),
  );

/** Parsers and linters: they have to find nothing wrong, and every operation. */
export const validators: readonly Reader[] = [
  {
    name: "swagger-parser",
    package: "@apidevtools/swagger-parser",
    forms: BOTH,
    right: "it finds the file valid, and every operation",
    read: async ({ subject }) => {
      const parser = load<{ default?: Parser } & Parser>("@apidevtools/swagger-parser");
      const document = await (parser.default ?? parser).validate(subject.file);
      return unlike("operation", idsIn(document), idsOf(subject));
    },
  },
  {
    name: "Scalar parser",
    package: "@scalar/openapi-parser",
    forms: BOTH,
    right: "it finds the file valid, resolves all references, and finds every operation",
    read: async ({ subject, text }) => {
      const parser = load<ScalarParser>("@scalar/openapi-parser");
      const { valid, errors = [] } = await parser.validate(text);
      const { schema, errors: unresolved = [] } = parser.dereference(text);
      const wrong = [...errors, ...unresolved].map(({ message }) => message);
      return [...(valid ? [] : ["it is not valid"]), ...wrong, ...unlike("operation", idsIn(schema), idsOf(subject))];
    },
  },
  {
    name: "ReadMe parser",
    package: "@readme/openapi-parser",
    forms: BOTH,
    right: "it finds the file valid, without a warning",
    read: async ({ subject }) => {
      const {
        valid,
        errors = [],
        warnings = [],
      } = await load<ReadMeParser>("@readme/openapi-parser").validate(subject.file);
      return [...(valid ? [] : ["it is not valid"]), ...[...errors, ...warnings].map(({ message }) => message)];
    },
  },
  {
    name: "ReadMe oas",
    package: "oas",
    forms: BOTH,
    right: "it finds every operation, with the examples of its body and with its credentials",
    read: async ({ subject, text }) => {
      const loaded = load<{ default?: OasClass } & OasClass>("oas");
      const oas = new (loaded.default ?? loaded)(JSON.parse(text));
      const operations = Object.values(oas.getPaths()).flatMap((item) => Object.values(item));
      const examples = operations.map((one) => {
        const [body] = one.getRequestBodyExamples();
        return `${one.getOperationId()} with ${body?.examples.length ?? 0} examples and ${Object.values(one.prepareSecurity()).flat().length} credentials`;
      });
      const expected = subject.api.operations.map(
        ({ id, requestBody }) =>
          `${id} with ${requestBody?.contents[0]?.examples.length ?? 0} examples and ${subject.api.securitySchemes.size} credentials`,
      );
      return unlike("operation", examples, expected);
    },
  },
  {
    name: "Spectral oas",
    package: "@stoplight/spectral-cli",
    forms: BOTH,
    right: "its ruleset `oas` finds no error and no warning",
    read: async ({ subject, folder }) => {
      await writeFile(join(folder, "rules.yaml"), 'extends: ["spectral:oas"]\n');
      const args = [
        "lint",
        subject.file,
        "-r",
        join(folder, "rules.yaml"),
        "-f",
        "json",
        "-q",
        "--fail-severity",
        "hint",
      ];
      const ending = await runToEnd(downstreamTools.command("spectral"), args, { cwd: folder });
      if (!ending.stdout.trim().startsWith("[")) throw new Error(wordsOf(ending));
      const found: readonly { readonly code: string; readonly message: string }[] = JSON.parse(ending.stdout);
      return found.map(({ code, message }) => `${code}: ${message}`);
    },
  },
];

interface Parser {
  validate(file: string): Promise<Document>;
}

interface Message {
  readonly message: string;
}

interface ScalarParser {
  validate(text: string): Promise<{ readonly valid: boolean; readonly errors?: readonly Message[] }>;
  dereference(text: string): { readonly schema: Document; readonly errors?: readonly Message[] };
}

interface ReadMeParser {
  validate(
    file: string,
  ): Promise<{ readonly valid: boolean; readonly errors?: readonly Message[]; readonly warnings?: readonly Message[] }>;
}

type OasClass = new (
  document: object,
) => {
  getPaths(): Readonly<Record<string, Readonly<Record<string, OasOperation>>>>;
};

interface OasOperation {
  getOperationId(): string;
  getRequestBodyExamples(): readonly { readonly examples: readonly unknown[] }[];
  prepareSecurity(): Readonly<Record<string, readonly unknown[]>>;
}
