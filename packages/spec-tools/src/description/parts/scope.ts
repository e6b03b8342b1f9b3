import type { ApiExternalDocs, ApiSchemas } from "../api-description.ts";
import type { ApiHeader, ApiParameter, ApiResponse } from "../api-message.ts";
import type { CheckedDocument, CheckedExternalDocs, CheckedReference } from "../check/checked-document.ts";
import type { Report } from "../check/finding.ts";
import { childOf, pointerOf, tokensOfRef } from "../pointer.ts";
import type { SecretFinder } from "../schemas/secrets-of.ts";

/** What every part of the describing needs: the document, what is known of its schemas, and where problems go. */
export interface Scope {
  readonly document: CheckedDocument;
  readonly schemas: ApiSchemas;
  readonly secrets: SecretFinder;
  readonly report: Report;
  /** What several operations share is described once. */
  readonly memo: Memo;
}

/** By pointer; of a response, by direction and pointer. */
export interface Memo {
  readonly responses: Map<string, Omit<ApiResponse, "status">>;
  readonly headers: Map<string, Omit<ApiHeader, "name">>;
  readonly parameters: Map<string, ApiParameter | undefined>;
}

/** A part of the document and where it is. */
export interface Spot<T> {
  readonly value: T;
  readonly tokens: readonly string[];
}

const isReference = (value: object): value is CheckedReference => "$ref" in value && typeof value.$ref === "string";

/** Follows a reference to the component that it names. The check before has made sure that there is one, of this kind. */
export function resolve<T extends object>(document: CheckedDocument, spot: Spot<T | CheckedReference>): Spot<T> {
  let { value, tokens } = spot;
  while (isReference(value)) {
    tokens = tokensOfRef(value.$ref) ?? [];
    value = componentAt<T>(document, tokens);
  }
  return { value, tokens };
}

function componentAt<T extends object>(document: CheckedDocument, tokens: readonly string[]): T | CheckedReference {
  const found = tokens.reduce<unknown>(childOf, document);
  assertKind<T>(found);
  return found;
}

function assertKind<T extends object>(value: unknown): asserts value is T {
  if (typeof value !== "object" || value === null) throw new TypeError("a checked reference leads to nothing");
}

/** The members of a map, each with its place. */
export const spotsIn = <T>(
  map: Readonly<Record<string, T>> | undefined,
  tokens: readonly string[],
): readonly (readonly [name: string, spot: Spot<T>])[] =>
  Object.entries(map ?? {}).map(([name, value]) => [name, { value, tokens: [...tokens, name] }]);

export const pointerTo = ({ tokens }: Spot<unknown>): string => pointerOf(tokens);

/** A link to more; undefined if it has no address. */
export const externalDocsOf = (docs: CheckedExternalDocs | undefined): ApiExternalDocs | undefined =>
  docs?.url === undefined ? undefined : { url: docs.url, description: docs.description };
