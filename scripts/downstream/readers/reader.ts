import { downstreamTools } from "@git-tokens/workspace/tool-set";
import type { Service } from "../service.ts";
import type { Form, Subject } from "../subject.ts";

/** A tool that reads a description and writes no code of a client. */
export interface Reader {
  readonly name: string;
  /** The npm package whose version is shown. */
  readonly package: string;
  readonly forms: readonly Form[];
  /** What it has to make of a description, for the page: "counts as right if …". */
  readonly right: string;
  /** What is wrong with what it makes of the file; throws what it cannot read. */
  read(given: Given): Promise<readonly string[]>;
}

export interface Given {
  readonly subject: Subject;
  readonly service: Service;
  /** An empty folder. */
  readonly folder: string;
  /** The text of the file. */
  readonly text: string;
}

/** Why a tool was not tried. */
export class Skipped extends Error {}

/** Loads a package of the tool set; its own types exist only after it is installed. */
export const load = <Module>(name: string): Module => downstreamTools.require(name);

/** What differs between what a tool found and what the description has. */
export function unlike(what: string, found: readonly string[], expected: readonly string[]): readonly string[] {
  const missing = expected.filter((one) => !found.includes(one));
  const more = found.filter((one) => !expected.includes(one));
  return [
    ...missing.map((one) => `${what} ${one} is missing`),
    ...more.map((one) => `${what} ${one} is not in the file`),
  ];
}

/** The operations of a file by their ids. */
export const idsOf = ({ api }: Subject): readonly string[] => api.operations.map(({ id }) => id);
