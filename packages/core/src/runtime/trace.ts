/** What was thrown and its causes, one line each: `code|syscall|name: message`, of which the first line. */
export function trace(thrown: unknown, depth = 5): string {
  const { name, code, syscall, message, cause } = Object(thrown);
  return `${code}|${syscall}|${name}: ${String(message).replace(/\n.*/s, "")}${cause && depth ? `\n${trace(cause, depth - 1)}` : ""}`;
}
