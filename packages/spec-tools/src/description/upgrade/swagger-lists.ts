import { METHODS } from "../api-description.ts";
import type { Finding } from "../check/finding.ts";
import { isList, isObject, type JsonObject } from "../json.ts";
import { isBody, targetOf } from "./prepare-swagger.ts";

/**
 * States how a list in a form is separated where Swagger 2.0 leaves that to its default, which is not that of OpenAPI 3, and
 * reports lists that OpenAPI 3 has no form for.
 */
export function separateLists(document: JsonObject): readonly Finding[] {
  const { paths } = document;
  if (!isObject(paths)) return [];
  return Object.entries(paths).flatMap(([path, item]) => {
    if (!isObject(item)) return [];
    const shared = listsIn(document, item);
    return METHODS.flatMap((method) => {
      const operation = item[method];
      if (!isObject(operation)) return [];
      const tokens = ["paths", path, method];
      const isParts = consumes(document, operation).includes("multipart/form-data");
      return [...shared, ...listsIn(document, operation)].flatMap((list) => findingOf(list, tokens, isParts) ?? []);
    });
  });
}

function listsIn(document: JsonObject, { parameters }: JsonObject): readonly JsonObject[] {
  const all = isList(parameters) ? parameters.map((parameter) => targetOf(document, parameter)) : [];
  return all.filter(isObject).filter(({ type }) => type === "array");
}

const consumes = (document: JsonObject, operation: JsonObject): readonly unknown[] => {
  const stated = operation.consumes ?? document.consumes;
  return isList(stated) ? stated : [];
};

function findingOf(list: JsonObject, tokens: readonly string[], isParts: boolean): Finding | undefined {
  const name = String(list.name);
  if (isBody(list)) list.collectionFormat ??= "csv";
  const { collectionFormat: format } = list;
  if (format === "tsv") {
    const message = `"${name}" is a list that is separated by tabs (tsv), which is not written here; describe it as csv, ssv, pipes or multi`;
    return { tokens, level: "error", rule: "parameter-style", message };
  }
  if (!isBody(list) || !isParts || format === "multi") return undefined;
  const message = `the list "${name}" is sent as parts of one name (multi), not as ${String(format)}`;
  return { tokens, level: "warning", rule: "parameter-style", message };
}
