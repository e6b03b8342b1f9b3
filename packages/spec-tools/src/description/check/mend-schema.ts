import { isList, isObject, type JsonObject, own } from "../json.ts";

/** Says what was read in another way, or not at all; the key is where. What was right in an older version is `old`. */
export type Remark = (key: string, message: string, old?: "old") => void;

/**
 * Brings what OpenAPI 3.0, Swagger 2.0 and old drafts of JSON Schema write into the form of 3.1, as far as the upgrade
 * has not done so.
 */
export function mendSchema(schema: JsonObject, remark: Remark): void {
  mendNullable(schema, remark);
  mendType(schema, remark);
  for (const [exclusive, bound] of BOUNDS) mendExclusive(schema, exclusive, bound, remark);
  if (isList(schema.items)) {
    remark("items", "a list of `items` is from an old JSON Schema; it is read as `prefixItems`");
    schema.prefixItems ??= schema.items;
    delete schema.items;
  }
  if (typeof schema.discriminator === "string") {
    remark("discriminator", "a `discriminator` that is a text is Swagger 2.0; it is read as its `propertyName`", "old");
    schema.discriminator = { propertyName: schema.discriminator };
  }
  if (typeof schema.required === "boolean") {
    remark("required", "`required` of a schema is a list of properties; as true or false it is ignored");
    delete schema.required;
  }
  for (const key of ["enum", "allOf", "oneOf", "anyOf", "prefixItems"]) {
    const list = schema[key];
    if (!isList(list) || list.length > 0) continue;
    remark(key, `an empty \`${key}\` says nothing; it is ignored`);
    delete schema[key];
  }
}

function mendNullable(schema: JsonObject, remark: Remark): void {
  for (const key of ["nullable", "x-nullable"]) {
    if (typeof schema[key] !== "boolean") continue;
    const nullable = schema[key];
    delete schema[key];
    if (key === "nullable") remark(key, "`nullable` is OpenAPI 3.0; it is read as a type of 3.1 with null", "old");
    if (nullable) allowNull(schema);
  }
}

const NULL = { type: "null" };

function allowNull(schema: JsonObject): void {
  const { type, enum: values } = schema;
  if (typeof type === "string") schema.type = type === "null" ? type : [type, "null"];
  else if (isList(type)) schema.type = type.includes("null") ? type : [...type, "null"];
  else if (typeof schema.$ref === "string") {
    schema.anyOf = [{ $ref: schema.$ref }, NULL];
    delete schema.$ref;
  } else if (isList(schema.oneOf)) schema.oneOf = withNull(schema.oneOf);
  else if (isList(schema.anyOf)) schema.anyOf = withNull(schema.anyOf);
  else if (isList(schema.allOf)) {
    const [only, ...others] = schema.allOf;
    schema.anyOf = [others.length === 0 ? only : { allOf: schema.allOf }, NULL];
    delete schema.allOf;
  } else if (isObject(schema.properties)) schema.type = ["object", "null"];
  if (isList(values) && !values.includes(null)) schema.enum = [...values, null];
}

const withNull = (members: unknown[]): unknown[] =>
  members.some((member) => isObject(member) && member.type === "null") ? members : [...members, { ...NULL }];

const TYPES = new Set(["null", "boolean", "integer", "number", "string", "array", "object"]);

/** Names of types that are none, and what is meant by them. */
const MEANT: Readonly<Record<string, JsonObject>> = {
  file: { type: "string", format: "binary" },
  binary: { type: "string", format: "binary" },
  int: { type: "integer" },
  int32: { type: "integer", format: "int32" },
  int64: { type: "integer", format: "int64" },
  long: { type: "integer", format: "int64" },
  float: { type: "number", format: "float" },
  double: { type: "number", format: "double" },
  decimal: { type: "number" },
  bool: { type: "boolean" },
  date: { type: "string", format: "date" },
  datetime: { type: "string", format: "date-time" },
  "date-time": { type: "string", format: "date-time" },
  uuid: { type: "string", format: "uuid" },
  uri: { type: "string", format: "uri" },
  text: { type: "string" },
  list: { type: "array" },
  map: { type: "object" },
};

function mendType(schema: JsonObject, remark: Remark): void {
  const { type } = schema;
  if (type === undefined || (typeof type === "string" && TYPES.has(type))) return;
  if (isList(type)) {
    const known = [...new Set(type)].filter((name) => typeof name === "string" && TYPES.has(name));
    if (known.length === 0) {
      remark("type", `the type ${JSON.stringify(type)} has no type of JSON Schema; it is ignored`);
      delete schema.type;
    } else if (known.length < type.length) {
      remark("type", `the type ${JSON.stringify(type)} is read as ${JSON.stringify(known)}`);
      schema.type = known;
    } else if (known.length === 1) schema.type = known[0];
    return;
  }
  const name = String(type).toLowerCase();
  const meant = TYPES.has(name) ? { type: name } : own(MEANT, name);
  if (isObject(meant)) {
    remark(
      "type",
      `"${String(type)}" is no type of JSON Schema; it is read as ${Object.values(meant).join(" with format ")}`,
    );
    Object.assign(schema, meant, schema.format === undefined ? {} : { format: schema.format });
  } else {
    remark("type", `${JSON.stringify(type)} is no type of JSON Schema; it is ignored`);
    delete schema.type;
  }
}

const BOUNDS = [
  ["exclusiveMinimum", "minimum"],
  ["exclusiveMaximum", "maximum"],
] as const;

function mendExclusive(schema: JsonObject, exclusive: string, bound: string, remark: Remark): void {
  const value = schema[exclusive];
  if (typeof value !== "boolean") return;
  remark(exclusive, `\`${exclusive}: ${value}\` is OpenAPI 3.0; it is read as the number of 3.1`, "old");
  delete schema[exclusive];
  if (!value || typeof schema[bound] !== "number") return;
  schema[exclusive] = schema[bound];
  delete schema[bound];
}
