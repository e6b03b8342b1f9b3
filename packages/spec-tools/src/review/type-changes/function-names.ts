import type { ApiDescription } from "../../description/api-description.ts";

/** The `operationId` of each operation by the name of its function. */
export const operationIds = ({ operations }: ApiDescription): ReadonlyMap<string, string> =>
  new Map(operations.map(({ id, originalId }) => [id, originalId ?? id]));

/** Why the types of an API cannot be compared: two operations of one name, of which nobody can say which is which. */
export function ambiguousNames({ file, operations }: ApiDescription): string | undefined {
  const ids = operations.flatMap(({ originalId }) => originalId ?? []);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice === undefined) return undefined;
  return `${file}: the TypeScript types cannot be compared, because two operations have the operationId "${twice}"; give one of them another`;
}
