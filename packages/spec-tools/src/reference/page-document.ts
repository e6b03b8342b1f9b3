import type { ApiDescription, ApiDocument } from "../description/api-description.ts";
import { isObject, type JsonObject } from "../description/json.ts";
import { childOf, tokensOf } from "../description/pointer.ts";

/**
 * The document that the page shows: its requests go to the mock, every operation has the name of its function, and every
 * credential is asked for in the way that the page takes it.
 */
export function pageDocument(api: ApiDescription, mockUrl: string): ApiDocument {
  const document: ApiDocument = {
    // The viewer fails without paths, which a document with nothing but webhooks may leave out.
    paths: {},
    ...structuredClone(api.document),
    servers: [{ url: mockUrl, description: "spec-tools mock" }],
  };
  const change = (pointer: string, made: (node: JsonObject) => void): void => {
    const node = tokensOf(pointer).reduce<unknown>(childOf, document);
    if (isObject(node)) made(node);
  };
  for (const { pointer, id } of api.operations) {
    change(pointer, (node) => {
      node.operationId = id;
      delete node.servers; // They would get what the page sends to the mock.
    });
    change(pointer.replace(/\/[^/]*$/, ""), (node) => void delete node.servers);
  }
  for (const { pointer, description, ...scheme } of api.securitySchemes.values()) {
    const prefix = scheme.kind === "apiKey" ? scheme.prefix.trim() : scheme.kind === "bearer" ? "Bearer" : "";
    if (prefix === "") continue;
    const how = `**Type the credential alone: this page puts \`${prefix}\` before it.**`;
    change(pointer, (node) => {
      node.description = [description?.trim(), how].filter(Boolean).join("\n\n");
    });
  }
  return document;
}
