/** The values of the secret fields of a JSON value, at any depth, as texts; where a field holds more, all that is in it. */
export function findSecrets(value: unknown, names: readonly string[]): readonly string[] {
  const secrets: string[] = [];
  const found: [value: unknown, isSecret: boolean][] = [[value, false]];
  // The list grows while it is walked: a value may be nested more deeply than functions can be.
  for (const [item, isSecret] of found) {
    if (typeof item === "object" && item && !ArrayBuffer.isView(item)) {
      for (const [name, inner] of Object.entries(item)) found.push([inner, isSecret || names.includes(name)]);
    } else if (isSecret && (typeof item === "number" || (typeof item === "string" && item))) secrets.push(String(item));
  }
  return secrets;
}
