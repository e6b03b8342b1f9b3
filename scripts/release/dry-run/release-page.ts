import { sizeOf } from "../packages/unpack.ts";
import type { Released } from "./dry-run.ts";

/** The files of a tarball as a table: size in bytes and path of each, and the total. */
export function releasePage({ name, version, contents, packed }: Released): string {
  const rows = [...contents].map(([path, { length }]): [number, string] => [length, path]);
  const total = `in ${contents.size} files, ${count(packed)} as a tarball`;
  return [`${name}@${version}`, ...[...rows, [sizeOf(contents), total] as const].map(row)].join("\n");
}

const row = ([bytes, what]: readonly [number, string]): string => `${count(bytes).padStart(9)}  ${what}`;

const count = (bytes: number): string => bytes.toLocaleString("en-US");
