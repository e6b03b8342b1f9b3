import type { Credential } from "../call.ts";
import type { Named } from "../operation.ts";
import type { Form } from "../subject.ts";

/** A call as a program in any language makes it. */
export interface ProgramCall {
  readonly name: string;
  readonly operation: Named;
  /** In the order of the path. */
  readonly path: readonly PathValue[];
  /** As JSON; undefined where there is none. */
  readonly body: string | undefined;
  readonly credential: Credential;
}

export interface PathValue {
  readonly name: string;
  readonly value: string;
  /** The format of its schema, such as `uuid`. */
  readonly format: string | undefined;
}

/**
 * A generator of another language, as data. It works in a folder of its own, where the published file is `openapi.json`, and
 * writes to `out`. The program reads the address of the service from `SERVICE_URL`, and prints a line of JSON for each call:
 * its name, with the body, with the status and the body of an error, or with what failed.
 */
export interface LanguageGenerator {
  readonly name: string;
  readonly language: string;
  readonly version: Version;
  readonly forms: readonly Form[];
  readonly command: readonly string[];
  /** What the compiler and the program need: a command, and the Debian packages that bring it and its libraries. */
  readonly needs: Needs;
  /** The program, and whatever else has to be written, by path. */
  files(calls: readonly ProgramCall[], code: GeneratedCode): Readonly<Record<string, string>>;
  /** The commands that compile or check all code, in their order. */
  readonly compile: readonly (readonly string[])[];
  /** Undefined where it is only compiled. */
  readonly run?: readonly string[];
  /** Variables of the environment, with `FOLDER` for the folder. */
  readonly env?: Readonly<Record<string, string>>;
  /** What else the page says of it. */
  readonly note?: string;
}

/** The npm package that a generator comes in. */
export interface Version {
  readonly package: string;
}

export interface Needs {
  readonly command: string;
  readonly packages: readonly string[];
}

/** What the generator wrote. */
export interface GeneratedCode {
  /** The files, as paths from the folder of the generator. */
  readonly files: readonly string[];
  /** The text of one of them. */
  text(file: string): string;
  /** The names of all properties of the named schemas. */
  readonly properties: readonly string[];
}

/** `editGitToken` as `edit_git_token`. */
export const snake = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A text in double quotes, as Python, Java, Go and JavaScript read it. */
export const quoted = (text: string): string => JSON.stringify(text);

/** A text in single quotes, as PHP, Ruby and Perl read it: nothing in it is replaced. */
export const plainQuoted = (text: string): string => `'${text.replaceAll(/[\\']/g, "\\$&")}'`;
