import type { ApiOperation } from "../description/api-description.ts";
import type { ApiResponse } from "../description/api-message.ts";
import { isObject } from "../description/json.ts";
import { nameOfRef } from "../description/schemas/follow-schema.ts";
import { slotOf, type TypesDocument } from "../description/types-document/types-document.ts";
import type { SchemaTypes } from "./schema-types.ts";

/** How `operations.gen.ts` writes the types of bodies: by the name of their schema, or by the way to them. */
export interface BodyTypes {
  request(operation: ApiOperation, mediaType: string): string;
  response(operation: ApiOperation, status: ApiResponse["status"], mediaType: string): string;
}

export function bodyTypes({ document }: TypesDocument, schemas: SchemaTypes): BodyTypes {
  /** A member, behind a reference where it is one. */
  const member = (node: unknown, key: string): unknown => {
    const found = isObject(node) ? node[key] : undefined;
    if (!isObject(found) || typeof found.$ref !== "string") return found;
    const [, section = "", name = ""] = /^#\/components\/([^/]+)\/(.+)$/.exec(found.$ref) ?? [];
    if (section === "schemas") return found;
    return member(member(document.components, section), decode(name));
  };
  const operationNode = (operation: ApiOperation): unknown => {
    const [path, method] = slotOf(operation.path, operation);
    return member(member(document.paths, path), method);
  };
  const named = (node: unknown, mediaType: string): string | undefined => {
    const schema = member(member(member(node, "content"), mediaType), "schema");
    if (!isObject(schema) || typeof schema.$ref !== "string" || Object.keys(schema).length > 1) return undefined;
    return schemas.get(nameOfRef(schema.$ref))?.alias;
  };
  const within = (operation: ApiOperation): string => `operations[${JSON.stringify(operation.id)}]`;
  return {
    request: (operation, mediaType) =>
      named(member(operationNode(operation), "requestBody"), mediaType) ??
      `NonNullable<${within(operation)}["requestBody"]>["content"][${JSON.stringify(mediaType)}]`,
    response: (operation, status, mediaType) =>
      named(member(member(operationNode(operation), "responses"), String(status)), mediaType) ??
      `${within(operation)}["responses"][${JSON.stringify(status)}]["content"][${JSON.stringify(mediaType)}]`,
  };
}

const decode = (token: string): string => token.replaceAll("~1", "/").replaceAll("~0", "~");
