import type { ApiDescription, ApiOperation } from "../description/api-description.ts";
import type { Problem } from "../description/problem.ts";
import { UserError } from "../system/user-error.ts";

/** Which operations are wanted: each word is the name of an operation, a tag, or a path, in which `*` is any text. */
export interface Wanted {
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
}

export interface SelectedOperations {
  readonly served: readonly ApiOperation[];
  /** Those that are wanted and cannot be served, each with the reasons. */
  readonly refused: readonly RefusedOperation[];
}

export interface RefusedOperation {
  readonly operation: ApiOperation;
  readonly reasons: readonly Problem[];
}

/**
 * The operations of a description that are wanted, and which of them can be served.
 *
 * @throws {UserError} if a word names nothing, or nothing is left.
 */
export function selectOperations(api: ApiDescription, { include, exclude = [] }: Wanted): SelectedOperations {
  const known = (option: string, words: readonly string[]): void => {
    const unknown = words.find((word) => !api.operations.some((operation) => isNamedBy(operation, word)));
    if (unknown !== undefined) {
      throw new UserError(`${option} "${unknown}" is no operation, tag or path of ${api.file}`);
    }
  };
  known("--include", include ?? []);
  known("--exclude", exclude);
  const wanted = api.operations.filter(
    (operation) =>
      (include === undefined || include.some((word) => isNamedBy(operation, word))) &&
      !exclude.some((word) => isNamedBy(operation, word)),
  );
  if (wanted.length === 0) {
    const why = api.operations.length === 0 ? "describes no operation" : "has no operation that is wanted";
    throw new UserError(`${api.file} ${why}; nothing is generated`);
  }
  const judged = wanted.map((operation) => ({ operation, reasons: operation.refusals }));
  return {
    served: judged.filter(({ reasons }) => reasons.length === 0).map(({ operation }) => operation),
    refused: judged.filter(({ reasons }) => reasons.length > 0),
  };
}

function isNamedBy({ id, originalId, path, tags }: ApiOperation, word: string): boolean {
  const parts = word.split("*").map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, "\\$&"));
  const pattern = new RegExp(`^${parts.join(".*")}$`);
  return [id, originalId ?? "", path, ...tags].some((name) => pattern.test(name));
}
