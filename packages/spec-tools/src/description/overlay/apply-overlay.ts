import { JSONPathError, type JSONValue, query } from "json-p3";
import { isList, isObject, type JsonObject, setOwn } from "../json.ts";
import { childOf } from "../pointer.ts";
import { type Problem, SpecError } from "../problem.ts";
import { parseText } from "../read/parse-text.ts";
import { readText } from "../read/read-text.ts";
import { placesOf } from "../read/text-places.ts";

/**
 * Changes a document as an OpenAPI Overlay 1.0 file says, so that a description of others can be annotated without being
 * edited.
 *
 * @throws {SpecError} with every action that is malformed, or whose target is not in the document.
 */
export async function applyOverlay(document: JsonObject, file: string): Promise<void> {
  const text = await readText(file);
  const overlay = parseText(file, text);
  const placeOf = placesOf(text);
  const problems: Problem[] = [];
  const report = (message: string, ...tokens: readonly string[]): void => {
    problems.push({ file, ...placeOf(tokens), rule: "overlay", message });
  };
  if (!isObject(overlay) || !/^1\.\d/.test(String(overlay.overlay ?? ""))) {
    report('the file is no overlay; it has to state "overlay: 1.0.0"');
  } else if (!isList(overlay.actions)) report('an overlay has a list of "actions"', "actions");
  else {
    for (const [index, action] of overlay.actions.entries()) {
      const problem = isObject(action) ? apply(document, action) : "an action is an object with a target";
      if (problem !== undefined) report(problem, "actions", String(index), "target");
    }
  }
  if (problems.length > 0) throw new SpecError(problems);
}

/** Does what an action says; a sentence where that cannot be done. */
function apply(document: JsonObject, { target, update, remove }: JsonObject): string | undefined {
  if (typeof target !== "string") return "an action names its target by a JSONPath expression";
  if (update === undefined && remove !== true) return "an action has an update, or remove: true";
  const places = select(document, target);
  if (typeof places === "string") return places;
  if (places.length === 0) return `the target ${target} is nowhere in the document; correct it, or take the action out`;
  // From the last on, so that what is removed from a list moves nothing that is still to be removed.
  for (const place of [...places].reverse()) {
    const problem = remove === true ? removeAt(document, place) : updateAt(document, place, update);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

type Path = readonly string[];

function select(document: JsonObject, target: string): readonly Path[] | string {
  try {
    assertJson(document);
    return query(target, document).nodes.map(({ location }) => location.map(String));
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    return `the target ${target} is no JSONPath expression: ${error.message}`;
  }
}

/** What a parser of YAML and JSON gives is JSON. */
function assertJson(value: JsonObject): asserts value is JsonObject & { [key: string]: JSONValue } {
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new TypeError("not a parsed document");
}

function removeAt(document: JsonObject, path: Path): string | undefined {
  const key = path.at(-1);
  if (key === undefined) return "the whole document cannot be removed";
  const parent = path.slice(0, -1).reduce<unknown>(childOf, document);
  if (isList(parent)) parent.splice(Number(key), 1);
  else if (isObject(parent)) delete parent[key];
  return undefined;
}

function updateAt(document: JsonObject, path: Path, update: unknown): string | undefined {
  const target = path.reduce<unknown>(childOf, document);
  if (isList(target)) {
    target.push(structuredClone(update));
    return undefined;
  }
  if (isObject(target) && isObject(update)) {
    merge(target, update);
    return undefined;
  }
  const parent = path.slice(0, -1).reduce<unknown>(childOf, document);
  const key = path.at(-1) ?? "";
  if (isObject(target) || isObject(update) || isList(update))
    return "an update of an object is an object, of a value a value";
  if (isList(parent)) parent[Number(key)] = update;
  else if (isObject(parent)) setOwn(parent, key, update);
  return undefined;
}

/** Objects are merged, lists are joined, and any other value takes the place of the former. */
function merge(target: JsonObject, update: JsonObject): void {
  for (const [key, value] of Object.entries(update)) {
    const before = Object.hasOwn(target, key) ? target[key] : undefined;
    if (isObject(before) && isObject(value)) merge(before, value);
    else if (isList(before) && isList(value)) before.push(...structuredClone(value));
    else setOwn(target, key, structuredClone(value));
  }
}
