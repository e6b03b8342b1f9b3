import type { IHttpRequest } from "@stoplight/prism-http";

/** What an operation is found by. */
interface Addressed {
  readonly method: string;
  /** The path template. */
  readonly path: string;
}

/**
 * Gives the operations that a request could be meant for: those of its method whose paths have as many parts. Prism holds a
 * request against every operation that it is given, which takes longer than all else where there are hundreds.
 */
export function similarOperations<Operation extends Addressed>(
  operations: readonly Operation[],
): (request: IHttpRequest) => Operation[] {
  const alike = new Map<string, Operation[]>();
  for (const operation of operations) {
    const key = keyOf(operation);
    alike.set(key, [...(alike.get(key) ?? []), operation]);
  }
  return ({ method, url: { path } }) => alike.get(keyOf({ method, path })) ?? [];
}

const keyOf = ({ method, path }: Addressed): string => `${method.toLowerCase()} ${path.split("/").length}`;
