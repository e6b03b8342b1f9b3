import type { ForeignCase } from "./foreign-case.ts";
import { OK } from "./yaml.ts";

const TEXT = "schema: { type: string }";
const LIST = "schema: { type: array, items: { type: string } }";
const FIELDS = "schema: { type: object, properties: { a: { type: integer }, b: { type: string } } }";

export const parameters: readonly ForeignCase[] = [
  {
    title: "cookies: a value, lists and objects, exploded and not",
    document: `paths: { /a: { get: { operationId: a, parameters: [
      { name: one, in: cookie, ${TEXT} }, { name: list, in: cookie, explode: false, ${LIST} }, { name: fields, in: cookie, explode: false, ${FIELDS} }
    ], ${OK} } } }`,
    program: 'await api.a(client, { one: "x", list: ["a", "b"], fields: { a: 1, b: "z" } });',
    sends: [["GET /a", { cookie: "one=x; list=a,b; fields=a,1,b,z" }]],
  },
  {
    title: "headers: numbers, lists and objects, exploded and not",
    document: `paths: { /a: { get: { operationId: a, parameters: [
      { name: X-Number, in: header, schema: { type: number } }, { name: X-List, in: header, ${LIST} },
      { name: X-Fields, in: header, explode: true, ${FIELDS} }, { name: X-Plain, in: header, ${FIELDS} }, { name: X-Flag, in: header, schema: { type: boolean } }
    ], ${OK} } } }`,
    program:
      'await api.a(client, { "X-Number": 1.5, "X-List": ["a", "b"], "X-Fields": { a: 1, b: "z" }, "X-Plain": { a: 1, b: "z" }, "X-Flag": false });',
    sends: [
      [
        "GET /a",
        { "x-number": "1.5", "x-list": "a,b", "x-fields": "a=1,b=z", "x-plain": "a,1,b,z", "x-flag": "false" },
      ],
    ],
  },
  {
    title: "JSON as a parameter in every place",
    document: `paths: { "/a/{p}": { get: { operationId: a, parameters: ${JSON.stringify(
      ["path", "query", "header", "cookie"].map((place) => ({
        name: place === "path" ? "p" : place.charAt(0),
        in: place,
        required: true,
        content: { "application/json": { schema: { type: "object", properties: { a: { type: "integer" } } } } },
      })),
    )}, ${OK} } } }`,
    program: "await api.a(client, { p: { a: 1 }, q: { a: 2 }, h: { a: 3 }, c: { a: 4 } });",
    sends: [["GET /a/%7B%22a%22%3A1%7D?q=%7B%22a%22%3A2%7D", { h: '{"a":3}', cookie: "c=%7B%22a%22%3A4%7D" }]],
  },
  {
    title: "a text as a parameter by its media type",
    document: `paths: { /a: { get: { operationId: a, parameters: [{ name: q, in: query, content: { text/plain: { ${TEXT} } } }], ${OK} } } }`,
    program: 'await api.a(client, { q: "a b" });',
    sends: [["GET /a?q=a%20b"]],
  },
  {
    title: "reserved characters in a query and in a path",
    document: `paths: { "/a/{p}": { get: { operationId: a, parameters: [
      { name: p, in: path, required: true, ${TEXT} }, { name: r, in: query, allowReserved: true, ${TEXT} }, { name: q, in: query, ${TEXT} }
    ], ${OK} } } }`,
    program: 'await api.a(client, { p: "a/b?c#d%20é", r: "a/b:c?d,e", q: "a/b&c=d+e" });',
    sends: [["GET /a/a%2Fb%3Fc%23d%2520%C3%A9?r=a/b:c?d,e&q=a%2Fb%26c%3Dd%2Be"]],
  },
  {
    title: "label and matrix with lists and objects",
    document: `paths: { "/{l}/{m}/{s}/{o}": { get: { operationId: a, parameters: [
      { name: l, in: path, required: true, style: label, explode: true, ${LIST} }, { name: m, in: path, required: true, style: matrix, explode: true, ${FIELDS} },
      { name: s, in: path, required: true, explode: true, ${FIELDS} }, { name: o, in: path, required: true, ${FIELDS} }
    ], ${OK} } } }`,
    program: 'await api.a(client, { l: ["a", "b"], m: { a: 1, b: "z" }, s: { a: 1, b: "z" }, o: { a: 1 } });',
    sends: [["GET /.a.b/;a=1;b=z/a=1,b=z/a,1"]],
  },
  {
    title: "several parameters in one segment, and a verb after it",
    document: `paths: { "/v{major}.{minor}/files/{name}:copy": { post: { operationId: copy, parameters: [
      { name: major, in: path, required: true, schema: { type: integer } }, { name: minor, in: path, required: true, schema: { type: integer } }, { name: name, in: path, required: true, ${TEXT} }
    ], ${OK} } } }`,
    program: 'await api.copy(client, { major: 1, minor: 2, name: "a b" });',
    sends: [["POST /v1.2/files/a%20b:copy"]],
  },
  {
    title: "an operation's own parameter in place of its path's",
    document: `paths: { "/a/{id}": { parameters: [{ name: id, in: path, required: true, ${TEXT} }, { name: q, in: query, explode: false, ${LIST} }],
      get: { operationId: a, parameters: [{ name: q, in: query, ${LIST} }], ${OK} }, delete: { operationId: b, ${OK} } } }`,
    program: 'await api.a(client, { id: "1", q: ["x", "y"] }); await api.b(client, { id: "1", q: ["x", "y"] });',
    sends: [["GET /a/1?q=x&q=y"], ["DELETE /a/1?q=x,y"]],
  },
  {
    title: "one name in path, query, header and cookie",
    document: `paths: { "/a/{id}": { get: { operationId: a, parameters: [
      { name: id, in: header, ${TEXT} }, { name: id, in: cookie, ${TEXT} }, { name: id, in: query, ${TEXT} }, { name: id, in: path, required: true, ${TEXT} }
    ], ${OK} } } }`,
    program: 'await api.a(client, { id: "p", idInQuery: "q", idInHeader: "h", idInCookie: "c" });',
    sends: [["GET /a/p?id=q", { id: "h", cookie: "id=c" }]],
  },
  {
    title: "nullable, enum, date, default and large numbers",
    document: `paths: { /a: { get: { operationId: a, parameters: [
      { name: n, in: query, required: true, schema: { type: [string, "null"] } }, { name: e, in: query, schema: { enum: [a, 1, null] } },
      { name: d, in: query, schema: { type: string, format: date-time } }, { name: l, in: query, schema: { type: integer, format: int64, default: 9007199254740993 } },
      { name: r, in: query, required: true, schema: { type: integer, default: 20 } }
    ], ${OK} } } }`,
    program: 'await api.a(client, { n: null, e: 1, d: "2026-01-01T00:00:00Z", l: 9007199254740991, r: 0 });',
    sends: [["GET /a?e=1&d=2026-01-01T00%3A00%3A00Z&l=9007199254740991&r=0"]],
  },
  {
    title: "nothing in a list, an empty text, and what is left out",
    document: `paths: { /a: { get: { operationId: a, parameters: [
      { name: l, in: query, ${LIST} }, { name: e, in: query, allowEmptyValue: true, ${TEXT} }, { name: o, in: query, ${TEXT} }, { name: f, in: query, ${FIELDS} }
    ], ${OK} } } }`,
    program: 'await api.a(client, { l: [], e: "", f: {} }); await api.a(client);',
    sends: [["GET /a?e="], ["GET /a"]],
  },
  {
    title: "a header of cookies next to cookies",
    document: `paths: { /a: { get: { operationId: a, parameters: [{ name: Cookie, in: header, ${TEXT} }, { name: c, in: cookie, ${TEXT} }], ${OK} } } }`,
    program: 'await api.a(client, { Cookie: "a=1", c: "2" });',
    sends: [["GET /a", { cookie: "a=1; c=2" }]],
  },
  {
    title: "headers that OpenAPI ignores",
    document: `paths: { /a: { get: { operationId: a, parameters: [
      { name: Accept, in: header, required: true, ${TEXT} }, { name: content-type, in: header, ${TEXT} }, { name: X-A, in: header, ${TEXT} }
    ], ${OK} } } }`,
    program: 'await api.a(client, { "X-A": "1" });',
    sends: [["GET /a", { accept: "application/json", "x-a": "1" }]],
  },
  {
    title: "brackets, dots and dollars in the names of parameters",
    document: `paths: { /a: { get: { operationId: a, parameters: [
      { name: "filter[name]", in: query, ${TEXT} }, { name: "ids[]", in: query, ${LIST} }, { name: $top, in: query, schema: { type: integer } }, { name: a.b, in: query, ${TEXT} }, { name: "é", in: query, ${TEXT} }
    ], ${OK} } } }`,
    program: 'await api.a(client, { "filter[name]": "x", "ids[]": ["1", "2"], $top: 3, "a.b": "y", é: "z" });',
    sends: [["GET /a?filter%5Bname%5D=x&ids%5B%5D=1&ids%5B%5D=2&%24top=3&a.b=y&%C3%A9=z"]],
  },
  {
    title: "names that every object has",
    document: `paths: { "/{constructor}": { get: { operationId: a, parameters: [
      { name: constructor, in: path, required: true, ${TEXT} }, { name: toString, in: query, ${TEXT} }, { name: then, in: query, ${TEXT} }, { name: hasOwnProperty, in: header, ${TEXT} }
    ], ${OK} } } }`,
    program: 'await api.a(client, { constructor: "c", toString: "s", then: "t", hasOwnProperty: "h" } as never);',
    sends: [["GET /c?toString=s&then=t", { hasownproperty: "h" }]],
  },
  {
    title: "deep objects, and objects with other values",
    document: `paths: { /a: { get: { operationId: a, parameters: [
      { name: d, in: query, style: deepObject, explode: true, schema: { type: object, additionalProperties: { type: object, additionalProperties: { type: string } } } },
      { name: m, in: query, schema: { type: object, additionalProperties: { type: integer } } }
    ], ${OK} } } }`,
    program: 'await api.a(client, { d: { a: { gte: "1" } }, m: { x: 1, "y z": 2 } });',
    sends: [["GET /a?d%5Ba%5D%5Bgte%5D=1&x=1&y%20z=2"]],
  },
  {
    title: "a path of other letters, a space, and a slash at its end",
    document: `paths: { "/ü b/": { get: { operationId: a, ${OK} } }, /: { get: { operationId: root, ${OK} } }, "/a%20b": { get: { operationId: escaped, ${OK} } } }`,
    program: "await api.a(client); await api.root(client); await api.escaped(client);",
    sends: [["GET /%C3%BC%20b/"], ["GET /"], ["GET /a%20b"]],
  },
];
