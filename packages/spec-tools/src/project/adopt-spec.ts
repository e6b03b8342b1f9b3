import { isDeepStrictEqual } from "node:util";
import { stringify } from "yaml";
import type { ApiDescription } from "../description/api-description.ts";
import { isList, isObject, type JsonObject, setOwn } from "../description/json.ts";
import { SpecError } from "../description/problem.ts";
import { exactNumbers } from "../description/published-json.ts";
import { plainFalse } from "../description/schemas/plain-false.ts";
import { completeDocument } from "./complete-document.ts";

/** What the spec of a new provider is. */
export interface AdoptedSpec {
  readonly text: string;
  /** Whether it is the file that was given, byte for byte. */
  readonly asGiven: boolean;
}

/**
 * The text of a new spec of `specs/`: the file itself where it is one file of OpenAPI 3.1 in YAML that leaves nothing out,
 * or else what it says, in one file of OpenAPI 3.1, with an example wherever the tests take one.
 *
 * @throws {SpecError} with the places that no example can be made for.
 */
export function adoptSpec(api: ApiDescription, isOverlaid: boolean): AdoptedSpec {
  const { document, problems } = completeDocument(api);
  if (problems.length > 0) throw new SpecError(problems);
  const isYaml = !/^\s*\{/.test(api.text);
  const isOurs = api.version.startsWith("3.1") && api.files.length === 1 && isYaml && !isOverlaid;
  if (isOurs && isDeepStrictEqual(document, api.document)) return { text: api.text, asGiven: true };
  const whole = plainFalse(withExactNumbers(document, exactNumbers(api.text)));
  return { text: stringify(whole, { aliasDuplicateObjects: false, lineWidth: 120 }), asGiven: false };
}

/** A copy whose large numbers have all of their digits. */
function withExactNumbers(node: unknown, numbers: ReadonlyMap<number, string>): unknown {
  if (numbers.size === 0) return node;
  if (typeof node === "number") {
    const written = numbers.get(node);
    return written === undefined ? node : BigInt(written);
  }
  if (isList(node)) return node.map((item) => withExactNumbers(item, numbers));
  if (!isObject(node)) return node;
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(node)) setOwn(copy, key, withExactNumbers(value, numbers));
  return copy;
}
