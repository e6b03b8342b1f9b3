import type { ApiContent } from "../api-message.ts";
import { tokensOf } from "../pointer.ts";
import { typesOf } from "../schemas/types-of.ts";
import { essenceOf } from "./media-kind.ts";
import type { Scope } from "./scope.ts";

/** The media types of a request body that a client can write; the others are told, and refuse the operation if none is left. */
export function writableContents(scope: Scope, contents: readonly ApiContent[]): readonly ApiContent[] {
  const faults = contents.map((content) => faultOf(scope, content));
  const writable = contents.filter((_, index) => faults[index] === undefined);
  for (const [index, { mediaType, pointer }] of contents.entries()) {
    const fault = faults[index];
    if (fault === undefined) continue;
    const level = writable.length > 0 ? "warning" : "error";
    const message = `${mediaType} ${fault}${level === "warning" ? "; it cannot be chosen" : ""}`;
    scope.report({ tokens: tokensOf(pointer), level, rule: "media-type", message });
  }
  return writable;
}

/** Why no client writes a body, and what to do; undefined if one does. */
function faultOf({ schemas }: Scope, { mediaType, kind, schema }: ApiContent): string | undefined {
  if (kind === "multipart" && !/^multipart\/(form-data|\*)$/.test(essenceOf(mediaType))) {
    return "is written by no client here; describe the body as multipart/form-data, or as text with the parts in it";
  }
  if ((kind !== "form" && kind !== "multipart") || schema === undefined) return undefined;
  const types = typesOf(schemas, schema);
  if (types === undefined || types.has("object")) return undefined;
  return "has fields, and its schema is no object; describe it as one";
}
