import type { ApiDocument } from "../api-description.ts";
import type { Kind } from "../check/document-kinds.ts";
import { type Form, formsOf } from "../check/field-forms.ts";
import { isList, isObject, type JsonObject } from "../json.ts";
import { pointerOf } from "../pointer.ts";

/** An object of OpenAPI as it is in a document, and where it is. */
export interface Found {
  readonly kind: Kind;
  readonly value: Readonly<JsonObject>;
  /** The keys and indexes that lead to it. */
  readonly tokens: readonly string[];
  readonly pointer: string;
}

/** Every object of a document, each before those within it, references not followed. */
export function* objectsIn(document: ApiDocument): Generator<Found> {
  yield* objectsFrom(document, "Root", []);
}

function* objectsFrom(value: unknown, kind: Kind, tokens: readonly string[]): Generator<Found> {
  if (!isObject(value)) return;
  yield { kind, value, tokens, pointer: pointerOf(tokens) };
  const forms = formsOf(kind);
  for (const [key, member] of Object.entries(value)) {
    const form = forms.get(key) ?? (key.startsWith("x-") ? undefined : forms.get("*"));
    if (form !== undefined) yield* membersFrom(member, form, [...tokens, key]);
  }
}

function* membersFrom(value: unknown, { of, shape, extensible }: Form, tokens: readonly string[]): Generator<Found> {
  if (of === "any" || of === "string" || of === "boolean" || of === "number") return;
  if (shape === "one") yield* objectsFrom(value, of, tokens);
  else if (isList(value) || isObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      if (!(extensible && key.startsWith("x-"))) yield* objectsFrom(member, of, [...tokens, key]);
    }
  }
}
