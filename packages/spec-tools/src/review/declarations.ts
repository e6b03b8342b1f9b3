/** Finds declarations in the generated schema by name, as the generator lays them out. */
export interface Declarations {
  /** The type of `components.schemas[name]`, undented; undefined where there is none. */
  schema(name: string): string | undefined;
  /** The entry of `operations`, undented. */
  operation(id: string): string | undefined;
}

/** The keys of one level of an interface, each with its lines. */
function blocks(lines: readonly string[], indent: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let name: string | undefined;
  let block: string[] = [];
  const close = (): void => {
    if (name !== undefined) found.set(name, block.join("\n").trimEnd());
    name = undefined;
    block = [];
  };
  for (const line of lines) {
    const [, quoted, plain] = /^(?:"([^"]+)"|([\w$]+))\??: /.exec(line.slice(indent.length)) ?? [];
    const key = line.startsWith(indent) ? (quoted ?? plain) : undefined;
    if (key !== undefined) {
      close();
      name = key;
    } else if (line.startsWith(`${indent}/**`)) close();
    if (name !== undefined) block.push(line.slice(indent.length));
  }
  close();
  return found;
}

/** The lines between the line that opens an interface or a member and the one that closes it. */
function inside(lines: readonly string[], opening: string, closing: string): readonly string[] {
  const start = lines.indexOf(opening);
  if (start < 0) return [];
  const end = lines.indexOf(closing, start);
  return lines.slice(start + 1, end);
}

/** Reads the text of `schema.gen.ts`. */
export function declarationsOf(text: string): Declarations {
  const lines = text.split("\n");
  const components = inside(lines, "export interface components {", "}");
  const schemas = blocks(inside(components, "    schemas: {", "    };"), "        ");
  const operations = blocks(inside(lines, "export interface operations {", "}"), "    ");
  return { schema: (name) => schemas.get(name), operation: (id) => operations.get(id) };
}
