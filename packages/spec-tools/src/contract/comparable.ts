/** A result as an example of JSON has it: bytes as text, and a stream as the list of what it brings. */
export async function comparable(result: unknown): Promise<unknown> {
  if (result instanceof Blob) return result.text();
  if (!isStream(result)) return result;
  const parts: unknown[] = [];
  for await (const part of result) parts.push(part);
  return parts;
}

const isStream = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === "object" && value !== null && Symbol.asyncIterator in value;
