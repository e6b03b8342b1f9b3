import { SpecError } from "../problem.ts";
import { type StatedVersion, statedVersion } from "../upgrade/version.ts";

/** @throws {SpecError} if a parsed file is no API description of a version that is read. */
export function versionIn(file: string, value: unknown): StatedVersion {
  const stated = statedVersion(value);
  if (typeof stated !== "string") return stated;
  throw new SpecError([{ file, line: 1, column: 1, rule: "openapi-version", message: stated }]);
}
