import { keysOf } from "../pointer.ts";

/** An object of a document that was read from a file. */
export type Json = Readonly<Record<string, unknown>>;

/** What is at a JSON pointer; undefined if nothing is. */
export function valueAt(document: unknown, pointer: string): unknown {
  return keysOf(pointer).reduce<unknown>(
    (node, key) => (typeof node === "object" && node !== null ? Reflect.get(node, key) : undefined),
    document,
  );
}

export const recordAt = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};

export const listAt = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const stringAt = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
