/** The values of the secret fields of a JSON text, at any depth. */
export function findSecrets(text: string, names: readonly string[]): readonly string[] {
  const secrets: string[] = [];
  JSON.parse(text, (name, value: unknown) => {
    if (value && typeof value === "string" && names.includes(name)) secrets.push(value);
    return value;
  });
  return secrets;
}
