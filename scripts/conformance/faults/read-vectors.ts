import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { FAULTS } from "./fault-table.ts";
import type { Vector, VectorGround } from "./vector.ts";

/** A file of vectors that cannot be used: its message names the file, the vector and what is wrong. */
export class VectorError extends Error {
  override readonly name = "VectorError";
}

/** The vectors of one file. */
export interface VectorFile {
  readonly file: string;
  readonly vectors: readonly Vector[];
}

/** The name of the file that all vectors build on. */
const GROUND = "ground.json";

type Check = (value: unknown) => boolean;

const isObject: Check = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === "string" && value !== "";
const isCount: Check = (value) => Number.isInteger(value) && Number(value) >= 0;
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.some((allowed) => allowed === value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const isRange: Check = (value) =>
  Array.isArray(value) &&
  value.length === 2 &&
  typeof value[0] === "number" &&
  (value[1] === null || value[0] <= value[1]);
const isNumberOrFalse: Check = (value) => typeof value === "number" || value === false;
const isBoolean: Check = (value) => typeof value === "boolean";

/** The fields of an object: their checks, and which of them may be missing (a question mark behind the name). */
const fields =
  (table: Readonly<Record<string, Check>>): Check =>
  (value) => {
    if (!isObject(value)) return false;
    const given = Object.keys(Object(value));
    const known = new Map(Object.entries(table).map(([name, check]) => [name.replace("?", ""), check]));
    const required = Object.keys(table).filter((name) => !name.endsWith("?"));
    return (
      required.every((name) => given.includes(name)) &&
      given.every((name) => known.get(name)?.(Reflect.get(Object(value), name)) ?? false)
    );
  };

const isOptions = fields({
  "timeout?": isNumberOrFalse,
  "totalTimeout?": isNumberOrFalse,
  "retry?": (value) =>
    value === false ||
    fields({ "attempts?": isCount, "minWait?": isNumberOrFalse, "maxWait?": isNumberOrFalse })(value),
  "maxBodySize?": isCount,
  "headers?": isObject,
});
const isOutcome = oneOf("not-sent", "rejected", "unknown", "committed");
const isStep: Check = (value) =>
  [fields({ give: () => true }), fields({ throw: isText }), fields({ hang: isBoolean })].some((check) => check(value));

/** What each field of a vector must be. */
const VECTOR: Readonly<Record<string, Check>> = {
  name: isText,
  operation: isText,
  faults: listOf((value) => typeof value === "string" && FAULTS.has(value)),
  "input?": isObject,
  "client?": isOptions,
  "options?": isOptions,
  "credential?": (value) => typeof value === "string" || listOf(isStep)(value),
  "abort?": fields({ on: oneOf("call", "attempt", "retry"), "nth?": isCount, "after?": isCount }),
  expect: fields({
    end: oneOf("success", "error", "abort"),
    attempts: isCount,
    waits: listOf(isRange),
    "outcome?": isOutcome,
    committed: isCount,
    "error?": fields({
      name: isText,
      "status?": isCount,
      "budget?": oneOf("timeout", "totalTimeout"),
      "limit?": isCount,
      "fault?": isText,
      "option?": isText,
      "requestId?": isText,
      "retryAfter?": isRange,
      "target?": oneOf("server", "elsewhere", "none"),
      "recovery?": isBoolean,
    }),
    "credentials?": listOf(isText),
    "headers?": isObject,
  }),
};

/**
 * Reads the ground and every file of vectors in a folder.
 *
 * @throws {VectorError} where a file is no JSON, or a vector has a field that is missing, unknown or of the wrong kind.
 */
export async function readVectors(
  folder: string,
): Promise<{ readonly ground: VectorGround; readonly files: readonly VectorFile[] }> {
  const ground = (await readJson(folder, GROUND)) as VectorGround;
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json") && name !== GROUND).sort();
  const files = await Promise.all(
    names.map(async (file) => ({ file, vectors: vectorsOf(file, await readJson(folder, file), ground) })),
  );
  return { ground, files };
}

/** Holds what a file contains against the shape of a list of vectors. @throws {VectorError} */
export function vectorsOf(file: string, value: unknown, ground: VectorGround): readonly Vector[] {
  if (!Array.isArray(value)) throw new VectorError(`${file}: must be a list of vectors`);
  const names = new Set<unknown>();
  for (const [index, vector] of value.entries()) {
    const place = `${file}: vector ${index + 1} (${String(vector?.name)})`;
    const wrong = isObject(vector) ? wrongField(vector) : "an object it is not";
    if (wrong) throw new VectorError(`${place}: ${wrong}; see scripts/conformance/vector.ts`);
    if (!Object.hasOwn(ground.operations, vector.operation)) {
      throw new VectorError(`${place}: there is no operation "${vector.operation}" in ${GROUND}`);
    }
    if ((vector.expect.end === "error") !== Object.hasOwn(vector.expect, "error")) {
      throw new VectorError(`${place}: "error" is expected exactly where the end is "error"`);
    }
    if (names.has(vector.name)) throw new VectorError(`${place}: another vector of this file has the same name`);
    names.add(vector.name);
  }
  return value;
}

function wrongField(vector: object): string | undefined {
  for (const [key, check] of Object.entries(VECTOR)) {
    const name = key.replace("?", "");
    const value: unknown = Reflect.get(vector, name);
    if (value === undefined && key.endsWith("?")) continue;
    if (value === undefined) return `"${name}" is missing`;
    if (!check(value)) return `"${name}" is not as it should be: ${JSON.stringify(value)}`;
  }
  const known = Object.keys(VECTOR).map((key) => key.replace("?", ""));
  const unknown = Object.keys(vector).find((key) => !known.includes(key));
  return unknown && `"${unknown}" is no field of a vector`;
}

async function readJson(folder: string, file: string): Promise<unknown> {
  const text = await readFile(join(folder, file), "utf8");
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new VectorError(`${file}: is no JSON: ${String(cause)}`, { cause });
  }
}
