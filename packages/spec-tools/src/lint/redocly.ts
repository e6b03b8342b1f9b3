import { relative, resolve } from "node:path";
import {
  BaseResolver,
  type Config,
  createConfig,
  getLineColLocation,
  lintDocument,
  loadConfig,
  makeDocumentFromString,
} from "@redocly/openapi-core";
import type { Problem } from "../description/problem.ts";
import { UserError } from "../system/user-error.ts";
import { STYLE_RULES } from "./style-rules.ts";

/** A problem of one of Redocly's own rules. */
export interface RedoclyProblem {
  /** The absolute path of the file. */
  readonly file: string;
  /** Both counted from 1. */
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly level: "error" | "warning";
  readonly message: string;
}

/** What a config says of a file. */
export interface FileRules {
  /** Whether a rule of ours is on, and with which options; undefined where it is off. */
  settingsOf(
    rule: string,
  ): { readonly level: "error" | "warning"; readonly options: Readonly<Record<string, unknown>> } | undefined;
  /** Runs Redocly's own rules. */
  lint(text: string): Promise<readonly RedoclyProblem[]>;
}

/** Our rules run on descriptions; Redocly has to know their names, so that one config has the settings of all. */
const NAMES = {
  id: "git-tokens",
  rules: {
    oas3: Object.fromEntries([...STYLE_RULES.keys()].map((name) => [name.replace("git-tokens/", ""), () => ({})])),
  },
};

/**
 * Reads a config of Redocly: the rules of files, those that it has for one of them under `apis` included. The only file
 * that knows this linter.
 *
 * @param base What it extends, in place of what it names itself.
 * @throws {UserError} where the config cannot be read.
 */
export async function readConfig(path: string, base?: string): Promise<(file: string) => FileRules> {
  const extended = base === undefined ? {} : { customExtends: [base] };
  const config = await loadConfig({ configPath: path, plugins: [NAMES], ...extended }).catch((error: unknown) => {
    throw new UserError(
      `${path}: the config cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  return (file) => {
    const own = config.forAlias(aliasOf(config, path, file));
    return {
      settingsOf(rule) {
        const { severity, ...options } = own.getRuleSettings(rule, "oas3_1");
        return severity === "off" ? undefined : { level: levelOf(severity), options: { ...options } };
      },
      lint: (text) => lintText(own, resolve(file), text),
    };
  };
}

/** The name under `apis` of a file. */
function aliasOf({ resolvedConfig }: Config, path: string, file: string): string | undefined {
  const apis = Object.entries(resolvedConfig.apis ?? {});
  return apis.find(([, { root }]) => root !== undefined && resolve(resolve(path, ".."), root) === resolve(file))?.[0];
}

async function lintText(config: Config, file: string, text: string): Promise<readonly RedoclyProblem[]> {
  const document = makeDocumentFromString(text, file);
  const found = await lintDocument({ document, config, externalRefResolver: new BaseResolver() }).catch(
    (error: unknown) => {
      // As for a reference that leads to itself, which it cannot follow.
      throw new UserError(
        `${relative(process.cwd(), file)}: cannot be linted: ${error instanceof Error ? error.message : error}`,
      );
    },
  );
  return found.flatMap(({ ruleId, severity, message, location: [place], ignored }) => {
    if (place === undefined || ignored) return [];
    const { start } = getLineColLocation(place);
    const { line, col } = start;
    return [{ file: place.source.absoluteRef, line, column: col, rule: ruleId, level: levelOf(severity), message }];
  });
}

/** What every file that is published must keep. */
const VALID = { rules: { struct: "error", "no-unresolved-refs": "error" } } as const;

/** The problems of a JSON text that is about to be published under this name; their lines are those of the text. */
export async function validateJson(file: string, json: string): Promise<readonly Problem[]> {
  const found = await lintText(await createConfig(VALID), resolve(`${file}.json`), json);
  return found.map((problem) => ({ ...problem, file }));
}

const levelOf = (severity: string): "error" | "warning" => (severity === "error" ? "error" : "warning");
