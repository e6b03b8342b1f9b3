import { isList, isObject, type JsonObject, own } from "../json.ts";
import { pointerOf } from "../pointer.ts";
import type { CheckedDocument } from "./checked-document.ts";
import type { Kind } from "./document-kinds.ts";
import type { Finding, Report } from "./finding.ts";
import { mendSchema } from "./mend-schema.ts";
import { LEADS_BACK, type Move, References } from "./references.ts";
import { DocumentWalk, type Visited } from "./walk-document.ts";

/** A document whose form is sound, and what was found on the way. */
export interface Checked {
  readonly document: CheckedDocument;
  readonly findings: readonly Finding[];
  /** Which components each operation, path or component names, by their pointers. */
  readonly edges: ReadonlyMap<string, ReadonlySet<string>>;
  /** Parts that have become components, because a reference names them. */
  readonly moves: readonly Move[];
}

/**
 * Walks an OpenAPI 3.1 document once: drops what has not the form that OpenAPI asks for, brings what old versions left
 * into the form of 3.1, and makes every reference one to a component. The document is changed, and what was dropped or
 * read in another way is told.
 *
 * @param tellLeftovers Whether what belongs to an older version is told; after an upgrade it is no news.
 */
export function checkDocument(root: JsonObject, tellLeftovers: boolean): Checked {
  const findings: Finding[] = [];
  const report: Report = (finding) => findings.push(finding);
  const references = new References(root);
  const edges = new Map<string, Set<string>>();
  const visited: Visited = new WeakMap();
  const walk = new DocumentWalk(
    {
      report,
      schema(schema, path) {
        mendSchema(schema, (key, message, old) => {
          if (old && !tellLeftovers) return;
          report({ tokens: [...path, key], level: "warning", rule: old ? "old-form" : "schema", message });
        });
        mendMapping(schema, path, references, report);
        for (const ref of mappedRefs(schema)) addEdge(edges, path, ref);
      },
      dynamicReference: (schema, path) => settleDynamic(schema, path, references, report),
      reference: (holder, kind, path) => {
        const target = settle(holder, kind, path, references, report);
        if (target !== undefined && typeof target.$ref === "string") addEdge(edges, path, target.$ref);
        return target;
      },
    },
    visited,
  );
  walk.walk(root, "Root", []);
  const moves: Move[] = [];
  const next = () => references.move((value) => visited.get(value));
  for (let more = next(); more.length > 0; more = next()) {
    for (const move of more) {
      moves.push(move);
      if (move.wrong) report({ tokens: move.to, level: "error", rule: "reference", message: WRONG_KIND });
      walk.walk(move.value, move.kind, move.to);
    }
  }
  breakCircles(root, references, report);
  return { document: asChecked(root), findings, edges, moves };
}

const WRONG_KIND = "a $ref names this as something that it is not; let it name a component of its own kind";

/** The walk has given every field the form that the type asks for. */
function asChecked(root: JsonObject): CheckedDocument {
  assertChecked(root);
  return root;
}

function assertChecked(root: JsonObject): asserts root is JsonObject & CheckedDocument {
  if (typeof root.openapi !== "string") throw new TypeError("a document is checked after its upgrade");
}

/** The operation, path or component that a place belongs to, as a pointer; empty for the rest of the document. */
export function ownerOf(path: readonly string[]): string {
  const [section = "", name = "", member = ""] = path;
  if (section === "components" && path.length >= 3) return pointerOf([section, name, member]);
  if (section === "webhooks" && path.length >= 2) return pointerOf([section, name]);
  const isFurther = section === "paths" && member === "additionalOperations" && path.length >= 4;
  if (isFurther) return pointerOf(path.slice(0, 4));
  if (section === "paths" && path.length >= 3 && !SHARED.has(member)) return pointerOf([section, name, member]);
  return section === "paths" && path.length >= 2 ? pointerOf([section, name]) : "";
}

/** What a path says for all of its operations. */
const SHARED = new Set(["parameters", "servers", "summary", "description", "$ref"]);

function addEdge(edges: Map<string, Set<string>>, path: readonly string[], ref: string): void {
  const owner = ownerOf(path);
  const targets = edges.get(owner) ?? new Set();
  edges.set(owner, targets);
  targets.add(ref.slice(1).replaceAll("%25", "%"));
}

/** Gives a reference its final form; a path gets what its reference names. */
function settle(
  holder: JsonObject,
  kind: Kind,
  path: readonly string[],
  references: References,
  report: Report,
): JsonObject | undefined {
  const ref = String(holder.$ref);
  const fail = (problem: string): undefined => {
    report({ tokens: [...path, "$ref"], level: "error", rule: "reference", message: `$ref "${ref}" ${problem}` });
  };
  if (kind === "PathItem") {
    const item = wholePath(holder, references);
    return typeof item === "string" ? fail(item) : item;
  }
  const result = references.canonical(ref, kind);
  if ("problem" in result) {
    fail(result.problem);
    if (kind !== "Schema") return undefined;
    delete holder.$ref;
    return holder;
  }
  holder.$ref = result.ref;
  return holder;
}

/**
 * A `$dynamicRef` names the schema with that `$dynamicAnchor` which is outermost when it is reached. Where one schema alone
 * has the anchor it is a `$ref`; where several have it, it means another one from place to place, and is refused.
 */
function settleDynamic(schema: JsonObject, path: readonly string[], references: References, report: Report): void {
  const ref = String(schema.$dynamicRef);
  delete schema.$dynamicRef;
  if (references.placesOfAnchor(ref).length > 1) {
    const message = `$dynamicRef "${ref}" names several schemas; write out the schema that it means here`;
    report({ tokens: [...path, "$dynamicRef"], level: "error", rule: "reference", message });
  } else if (schema.$ref === undefined) schema.$ref = ref;
  else schema.allOf = [...(isList(schema.allOf) ? schema.allOf : []), { $ref: ref }];
}

/** A path with what its reference names, over others where that is one too; a sentence where there is no end to it. */
function wholePath(holder: JsonObject, references: References): JsonObject | string {
  const seen = new Set<string>();
  let item = holder;
  while (typeof item.$ref === "string") {
    const { $ref, ...siblings } = item;
    if (seen.has($ref)) return LEADS_BACK;
    seen.add($ref);
    const followed = references.follow($ref);
    if (followed.problem !== undefined) return followed.problem;
    if (!isObject(followed.target)) return "leads to something that is no path";
    item = { ...followed.target, ...siblings };
  }
  return item;
}

/** A discriminator may name its schemas bare, which is short for a reference. */
function mendMapping(schema: JsonObject, path: readonly string[], references: References, report: Report): void {
  const mapping = isObject(schema.discriminator) ? schema.discriminator.mapping : undefined;
  if (!isObject(mapping)) return;
  for (const [value, named] of Object.entries(mapping)) {
    const name = String(named);
    const bare = references.canonical(`#/components/schemas/${encodeURIComponent(name)}`, "Schema");
    const result = "ref" in bare && !name.startsWith("#") ? bare : references.canonical(name, "Schema");
    if ("ref" in result) mapping[value] = result.ref;
    else {
      delete mapping[value];
      const tokens = [...path, "discriminator", "mapping", value];
      const message = `the mapping names "${name}", which is no schema of the document; it is ignored`;
      report({ tokens, level: "warning", rule: "reference", message });
    }
  }
}

function mappedRefs(schema: JsonObject): readonly string[] {
  const mapping = isObject(schema.discriminator) ? schema.discriminator.mapping : undefined;
  return isObject(mapping) ? Object.values(mapping).map(String) : [];
}

/** A component that is nothing but a reference to itself, over others or not, gets no content. */
function breakCircles(root: JsonObject, references: References, report: Report): void {
  const components = isObject(root.components) ? root.components : {};
  for (const [section, members] of Object.entries(components)) {
    if (!isObject(members)) continue;
    for (const [name, member] of Object.entries(members)) {
      if (!isObject(member) || typeof own(member, "$ref") !== "string") continue;
      const { problem } = references.follow(String(member.$ref));
      const circular = problem ?? endlessFrom(member, references);
      if (circular === undefined) continue;
      const message = `$ref "${String(member.$ref)}" ${circular}`;
      report({ tokens: ["components", section, name, "$ref"], level: "error", rule: "reference", message });
      delete member.$ref;
    }
  }
}

function endlessFrom(member: JsonObject, references: References): string | undefined {
  const seen = new Set<unknown>();
  for (let at: unknown = member; isObject(at) && typeof at.$ref === "string"; ) {
    if (seen.has(at)) return LEADS_BACK;
    seen.add(at);
    const next = references.follow(at.$ref);
    at = next.problem === undefined ? next.target : undefined;
  }
  return undefined;
}
