import type { ApiSchema, JsonType } from "../../description/api-schema.ts";
import {
  ALL_TYPES,
  type Alternatives,
  both,
  ownForm,
  type SchemaForm,
  type SchemaNode,
  type SchemaPart,
} from "./schema-form.ts";

const NAMED = "#/components/schemas/";

/** The named schemas of one version. */
export type NamedSchemas = ReadonlyMap<string, { readonly schema: ApiSchema; readonly pointer: string }>;

/** Returns the forms of one version's schemas, each worked out once. */
export class SchemaForms {
  readonly #schemas: NamedSchemas;
  readonly #known = new Map<string, SchemaForm>();

  constructor(schemas: NamedSchemas) {
    this.#schemas = schemas;
  }

  has(name: string): boolean {
    return this.#schemas.has(name);
  }

  /** What a node admits; a schema that is made of itself stops there. */
  of(node: SchemaNode): SchemaForm {
    const key = keyOf(node);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const form = this.#all(node, new Set());
    this.#known.set(key, form);
    return form;
  }

  /** The name of the schema that a node is, where it is a reference with nothing but words around it. */
  nameOf(node: SchemaNode): string | undefined {
    const [only] = node;
    if (node.length !== 1 || only === undefined) return undefined;
    const { $ref, allOf, ...rest } = only.schema;
    const silent = Object.keys(rest).every((key) => key === "description" || key === "title" || key === "examples");
    if (!silent) return undefined;
    if ($ref !== undefined && allOf === undefined) return $ref.slice(NAMED.length);
    const [wrapped] = allOf ?? [];
    if ($ref === undefined && allOf?.length === 1 && wrapped !== undefined) {
      return this.nameOf([{ schema: wrapped, pointer: only.pointer }]);
    }
    return undefined;
  }

  #all(node: SchemaNode, open: ReadonlySet<string>): SchemaForm {
    return node.map((part) => this.#part(part, open)).reduce(both, ANYTHING);
  }

  #part(part: SchemaPart, open: ReadonlySet<string>): SchemaForm {
    const { schema, pointer } = part;
    if (open.has(pointer)) return ANYTHING;
    const inside = new Set(open).add(pointer);
    const forms = [ownForm(part)];
    const named = this.#target(schema);
    if (named !== undefined) forms.push(this.#part(named, inside));
    (schema.allOf ?? []).forEach((inner, index) => {
      forms.push(this.#part({ schema: inner, pointer: `${pointer}/allOf/${index}` }, inside));
    });
    for (const keyword of ["oneOf", "anyOf"] as const) {
      const members = schema[keyword];
      if (members !== undefined) forms.push(this.#alternatives(members, `${pointer}/${keyword}`, schema, inside));
    }
    return forms.reduce(both);
  }

  #target({ $ref }: ApiSchema): SchemaPart | undefined {
    return $ref === undefined ? undefined : this.#schemas.get($ref.slice(NAMED.length));
  }

  /** Null among the alternatives is a type; what is left is one schema, a list of values or types, or real alternatives. */
  #alternatives(
    schemas: readonly ApiSchema[],
    pointer: string,
    { discriminator }: ApiSchema,
    open: ReadonlySet<string>,
  ): SchemaForm {
    const nodes = schemas.map((schema, index): SchemaNode => [{ schema, pointer: `${pointer}/${index}` }]);
    const forms = nodes.map((node) => this.#all(node, open));
    const nullable = forms.some(isNull);
    const rest = forms.filter((form) => !isNull(form));
    const members = nodes.filter((_, index) => forms[index] !== undefined && !isNull(forms[index]));
    const types = new Set<JsonType>([
      ...(nullable ? (["null"] as const) : []),
      ...rest.flatMap(({ types }) => [...types]),
    ]);
    const [only] = rest;
    if (rest.length === 1 && only !== undefined) {
      return nullable ? { ...only, types, places: new Map(only.places).set("type", pointer) } : { ...only, types };
    }
    if (rest.every(isPlain)) {
      const values = rest.every((form) => form.values !== undefined)
        ? rest.flatMap((form) => form.values ?? [])
        : undefined;
      if (values !== undefined || rest.every((form) => form.values === undefined)) {
        return { ...ANYTHING, types, typed: true, values, places: new Map([["type", pointer]]) };
      }
    }
    const group: Alternatives = {
      pointer,
      members,
      property: discriminator?.propertyName,
      mapping: new Map(
        Object.entries(discriminator?.mapping ?? {}).map(([value, target]) => [value, target.slice(NAMED.length)]),
      ),
    };
    return { ...ANYTHING, types, typed: rest.every(({ typed }) => typed), alternatives: [group] };
  }
}

export const keyOf = (node: SchemaNode): string => node.map(({ pointer }) => pointer).join(" ");

const ANYTHING: SchemaForm = {
  ...ownForm({ schema: {}, pointer: "" }),
  types: ALL_TYPES,
  places: new Map(),
};

const isNull = ({ types }: SchemaForm): boolean => types.size === 1 && types.has("null");

/** Whether nothing but types or values is said. */
const isPlain = (form: SchemaForm): boolean =>
  form.typed &&
  form.properties.size === 0 &&
  form.items === undefined &&
  form.bounds.size === 0 &&
  form.patterns.length === 0 &&
  form.format === undefined &&
  form.alternatives.length === 0 &&
  form.others.size === 0 &&
  !form.types.has("object") &&
  !form.types.has("array");
