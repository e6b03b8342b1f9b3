import { isReference, lookUp } from "./document.ts";

/** A reference that cannot be followed. */
export interface BrokenReference {
  /** Its place, as a JSON pointer. */
  readonly pointer: string;
  readonly rule: "local-references" | "no-unresolved-refs" | "well-formed";
  readonly message: string;
}

type Fault = Pick<BrokenReference, "rule" | "message">;

/**
 * Every reference of a document that leaves the file or leads nowhere. A spec is one file: what is published, hashed and
 * reviewed is all there is. This runs before the validator, which would fetch the first kind and fails on some of the
 * second.
 */
export function brokenReferences(document: unknown): readonly BrokenReference[] {
  const broken: BrokenReference[] = [];
  const visit = (node: unknown, path: readonly string[], outer: readonly object[]): void => {
    if (typeof node !== "object" || node === null) return;
    const report = (fault: Fault | undefined, ...further: readonly string[]): void => {
      if (fault) broken.push({ pointer: pointerTo([...path, ...further]), ...fault });
    };
    if (outer.includes(node)) {
      report({ rule: "well-formed", message: "this alias is inside the value that it names; write the text out" });
      return;
    }
    if (isReference(node)) report(faultOf(document, node.$ref), "$ref");
    if ("externalValue" in node) report(leavesTheFile("externalValue", node.externalValue), "externalValue");
    for (const [key, value] of Object.entries(node)) visit(value, [...path, key], [...outer, node]);
  };
  visit(document, [], []);
  return broken;
}

const leavesTheFile = (key: string, value: unknown): Fault => ({
  rule: "local-references",
  message: `${key} "${String(value)}" leaves the file; a spec is one file, so move what it names into it`,
});

function faultOf(document: unknown, $ref: string): Fault | undefined {
  if (!$ref.startsWith("#/")) return leavesTheFile("$ref", $ref);
  const seen = new Set<string>();
  let at: unknown = { $ref };
  while (isReference(at)) {
    if (seen.has(at.$ref)) {
      const message = `$ref "${$ref}" leads back to itself; let it end at something that is no $ref`;
      return { rule: "no-unresolved-refs", message };
    }
    seen.add(at.$ref);
    at = lookUp(document, at);
  }
  if (at !== undefined) return undefined;
  const message = `$ref "${$ref}" leads nowhere; give it the name of something in the file`;
  return { rule: "no-unresolved-refs", message };
}

const pointerTo = (path: readonly string[]): string =>
  `#/${path.map((key) => key.replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`;
