import type { CallOptions, Client, OperationDefinition } from "@git-tokens/core";

type Verb = (path: string, init: object) => Promise<{ readonly data?: unknown; readonly error?: unknown }>;

/** Sends the same request through the raw method, and returns its result without the data of a success. */
export async function rawCall(
  { method, path, body }: OperationDefinition,
  client: Client,
  input: object,
  options?: CallOptions,
): Promise<unknown> {
  const verb: Verb = Reflect.get(client, method);
  const isPath = ([name]: readonly [string, unknown]): boolean => path.includes(`{${name}}`);
  const fields = Object.entries(input);
  const params = { path: Object.fromEntries(fields.filter(isPath)) };
  const rest = Object.fromEntries(fields.filter((field) => !isPath(field)));
  const { data: _data, ...result } = await verb(path, { ...options, params, ...(body ? { body: rest } : {}) });
  return result;
}
