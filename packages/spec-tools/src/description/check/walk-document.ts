import { isList, isObject, type JsonObject } from "../json.ts";
import type { Kind } from "./document-kinds.ts";
import { type Form, formsOf, SECTIONS } from "./field-forms.ts";
import type { Report } from "./finding.ts";

/** What is done at each object, and each reference, that a walk meets. Both may change the object. */
export interface Visitor {
  /** @param path Where it is; the list changes while the walk goes on. */
  schema(schema: JsonObject, path: readonly string[]): void;
  /** Makes a `$ref` of a `$dynamicRef`. */
  dynamicReference(schema: JsonObject, path: readonly string[]): void;
  /** @returns What the place holds from now on; undefined if the reference cannot be followed. */
  reference(holder: JsonObject, kind: Kind, path: readonly string[]): JsonObject | undefined;
  readonly report: Report;
}

/** Objects that have been walked, and as what. */
export type Visited = WeakMap<object, Kind>;

/** Without one of these, an operation is not what the document says; the others are told and left out. */
const WEIGHTY: ReadonlySet<string> = new Set<Kind>([
  "PathItem",
  "Operation",
  "Parameter",
  "RequestBody",
  "Response",
  "MediaType",
  "SecurityScheme",
  "Components",
  "Requirement",
  "Server",
]);

/** Fields that OpenAPI knows and no tool here honours. */
const UNSERVED: Partial<Readonly<Record<Kind, readonly string[]>>> = {
  Root: ["$self"],
  MediaType: ["prefixEncoding", "itemEncoding"],
  Encoding: ["encoding", "prefixEncoding", "itemEncoding"],
  Discriminator: ["defaultMapping"],
  Schema: ["$id"],
};

/** Walks parts of a document, and drops what does not have the form that its place asks for. */
export class DocumentWalk {
  readonly #visitor: Visitor;
  readonly #visited: Visited;
  readonly #path: string[] = [];

  constructor(visitor: Visitor, visited: Visited) {
    this.#visitor = visitor;
    this.#visited = visited;
  }

  /** @param path Where the part is. */
  walk(value: JsonObject, kind: Kind, path: readonly string[]): void {
    this.#path.splice(0, this.#path.length, ...path);
    this.#visit(value, kind);
  }

  /** Visits what a place holds; gives what it holds from now on, undefined if it is dropped. */
  #visit(value: unknown, kind: Kind): unknown {
    if (kind === "Schema" && typeof value === "boolean") return value ? {} : { not: {} };
    if (!isObject(value)) return this.#refuse(value, { of: kind, shape: "one", extensible: false });
    if (this.#visited.has(value)) return value;
    this.#visited.set(value, kind);
    if (kind === "Schema" && typeof value.$dynamicRef === "string") {
      this.#visitor.dynamicReference(value, this.#path);
    }
    if (typeof value.$ref === "string" && SECTIONS[kind] !== undefined) {
      const target = this.#visitor.reference(value, kind, this.#path);
      if (target === undefined) return undefined;
      if (kind === "PathItem") return this.#visit(target, kind);
      if (kind !== "Schema") return target;
    }
    if (kind === "Schema") this.#visitor.schema(value, this.#path);
    this.#fields(value, kind);
    return value;
  }

  #fields(object: JsonObject, kind: Kind): void {
    const forms = formsOf(kind);
    for (const key of Object.keys(object)) {
      const form = forms.get(key) ?? (key.startsWith("x-") ? undefined : forms.get("*"));
      this.#path.push(key);
      if (form !== undefined) {
        if (UNSERVED[kind]?.includes(key)) this.#remark(`"${key}" is not served; it is ignored`, "unserved");
        const value = this.#field(object[key], form);
        if (value === undefined) delete object[key];
        else object[key] = value;
      } else if (!key.startsWith("x-")) {
        this.#remark(`"${key}" is no field of ${nameOf(kind)}; it is ignored`, "unknown-field");
      }
      this.#path.pop();
    }
  }

  #field(value: unknown, form: Form): unknown {
    if (form.shape === "one") return this.#member(value, form);
    if (form.shape === "list") {
      if (!isList(value)) return this.#refuse(value, form);
      return value
        .map((item, index) => this.#at(String(index), () => this.#member(item, form)))
        .filter((item) => item !== undefined);
    }
    if (!isObject(value)) return this.#refuse(value, form);
    for (const key of Object.keys(value)) {
      if (form.extensible && key.startsWith("x-")) continue;
      const kept = this.#at(key, () => this.#member(value[key], form));
      if (kept === undefined) delete value[key];
      else if (kept !== value[key]) value[key] = kept;
    }
    return value;
  }

  #member(value: unknown, form: Form): unknown {
    const { of } = form;
    if (of === "any") return value;
    if (of === "string" || of === "boolean" || of === "number") return this.#scalar(value, of, form);
    return this.#visit(value, of);
  }

  #scalar(value: unknown, type: "string" | "boolean" | "number", form: Form): unknown {
    if (typeof value === type) return value;
    // `version: 1.0` and the like in YAML.
    if (type === "string" && (typeof value === "number" || typeof value === "boolean")) return String(value);
    return this.#refuse(value, { ...form, shape: "one" });
  }

  #at<T>(key: string, work: () => T): T {
    this.#path.push(key);
    try {
      return work();
    } finally {
      this.#path.pop();
    }
  }

  #remark(message: string, rule: string): void {
    this.#visitor.report({ tokens: [...this.#path], level: "warning", rule, message });
  }

  #refuse(value: unknown, form: Form): undefined {
    const weighty = WEIGHTY.has(form.of);
    const message = `"${this.#path.at(-1)}" has to be ${formName(form)}, and is ${valueName(value)}${weighty ? "; write it so" : "; it is ignored"}`;
    const level = weighty ? "error" : "warning";
    this.#visitor.report({ tokens: [...this.#path], level, rule: "form", message });
    return undefined;
  }
}

const WORDS: Partial<Readonly<Record<string, string>>> = {
  Root: "the document",
  PathItem: "path",
  MediaType: "media type",
  RequestBody: "request body",
  SecurityScheme: "security scheme",
  ServerVariable: "server variable",
  Requirement: "security requirement",
  ExternalDocs: "external docs",
  any: "value",
  string: "text",
};

const wordFor = (of: string): string => WORDS[of] ?? of.toLowerCase();
const withArticle = (word: string): string =>
  word.startsWith("the ") ? word : /^[aeio]/.test(word) ? `an ${word}` : `a ${word}`;

const nameOf = (kind: Kind): string => withArticle(wordFor(kind));

function formName({ of, shape }: Form): string {
  const word = wordFor(of);
  if (shape === "list") return `a list, each item ${withArticle(word)}`;
  if (shape === "map") return `a map, each value ${withArticle(word)}`;
  return of === "string" || of === "boolean" || of === "number" ? withArticle(word) : `an object (${word})`;
}

function valueName(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (isList(value)) return "a list";
  return typeof value === "object" ? "an object" : `${JSON.stringify(value).slice(0, 60)}`;
}
