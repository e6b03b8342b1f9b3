import { UserError } from "@git-tokens/spec-tools/system/user-error";

/**
 * The part of a list that one of several machines works on: every nth, so that neighbours, which are alike, are spread.
 *
 * @param shard Which of how many, such as `1/2`.
 * @throws {UserError} if the shard is no such pair.
 */
export function shardOf(names: readonly string[], shard: string): readonly string[] {
  const [, at, of] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(shard) ?? [];
  const [index, count] = [Number(at), Number(of)];
  if (at === undefined || index > count) {
    throw new UserError(`--shard ${shard}: say which of how many, such as 1/2 for the first of two machines`);
  }
  return [...names].sort().filter((_, position) => position % count === index - 1);
}
