import type { ForeignCase } from "./foreign-case.ts";
import { body, OK } from "./yaml.ts";

/** A document that there is no client for: line and column, and the sentence. */
const refused = (title: string, document: string, ...notes: readonly RegExp[]): ForeignCase => ({
  title,
  document,
  version: "3.2.0",
  program: "",
  gives: "refused",
  sends: [],
  notes,
});

const get = (members: string): string => `paths:\n  /a:\n    get: { operationId: a, ${members} }`;

export const refusals: readonly ForeignCase[] = [
  refused(
    "a GET with a body",
    get(`${body("application/json", "{ type: object, properties: { a: {} } }")}, ${OK}`),
    /^5:5 GET with a body is sent by no runtime's fetch/,
  ),
  refused("TRACE", `paths:\n  /a:\n    trace: { operationId: a, ${OK} }`, /^5:5 TRACE is served by no runtime's fetch/),
  refused(
    "a method with a space",
    `paths:\n  /a:\n    additionalOperations: { "MY METHOD": { ${OK} } }`,
    /^5:29 "MY METHOD" is no method that HTTP has/,
  ),
  refused(
    "GET among the other methods",
    `paths:\n  /a:\n    additionalOperations: { GET: { ${OK} } }`,
    /^5:29 GET has a field of its own/,
  ),
  refused(
    "the whole query next to a part of it",
    get(
      `parameters: [{ name: q, in: querystring, content: { application/x-www-form-urlencoded: { schema: { type: object } } } }, { name: p, in: query, schema: {} }], ${OK}`,
    ),
    /^5:\d+ "q" is the whole query, next to "p"/,
  ),
  refused(
    "the whole query as XML",
    get(`parameters: [{ name: q, in: querystring, content: { application/xml: {} } }], ${OK}`),
    /^5:\d+ "q" is the whole query, which is written as/,
  ),
  refused(
    "a parameter as XML",
    get(`parameters: [{ name: q, in: query, content: { application/xml: { schema: { type: object } } } }], ${OK}`),
    /^5:\d+ "q" is written as application\/xml, which no parameter is here/,
  ),
  refused(
    "a header with a space in its name",
    get(`parameters: [{ name: "X A", in: header, schema: {} }], ${OK}`),
    /^5:\d+ "X A" is no name that a header can have/,
  ),
  refused(
    "a parameter that no object can hold",
    get(`parameters: [{ name: __proto__, in: query, schema: {} }], ${OK}`),
    /^5:\d+ no object can be given a field "__proto__"/,
  ),
  refused(
    "a $dynamicRef of several meanings",
    `${get(`parameters: [{ name: q, in: query, schema: { $ref: "#/components/schemas/A" } }], ${OK}`)}
components:
  schemas:
    A: { $dynamicAnchor: T, items: { $dynamicRef: "#T" } }
    B: { $dynamicAnchor: T }`,
    /^8:\d+ \$dynamicRef "#T" names several schemas/,
  ),
  refused(
    "a reference to an anchor that is not there",
    get(`parameters: [{ name: q, in: query, schema: { $ref: "#nowhere" } }], ${OK}`),
    /^5:\d+ \$ref "#nowhere" is no JSON pointer, nor an \$anchor/,
  ),
  refused(
    "a reference to itself",
    `${get(`parameters: [{ $ref: "#/components/parameters/P" }], ${OK}`)}\ncomponents: { parameters: { P: { $ref: "#/components/parameters/P" } } }`,
    /^6:\d+ a parameter has no name/,
    /^6:\d+ \$ref "#\/components\/parameters\/P" leads back to itself/,
  ),
  refused(
    "a way to authenticate that no client can take",
    `security: [{ s: [] }]\n${get(OK)}\ncomponents: { securitySchemes: { s: { type: http, scheme: digest } } }`,
    /^6:5 no way to authenticate can be served/,
  ),
  refused(
    "parts that are no form",
    `paths:\n  /a:\n    post: { ${body("multipart/mixed", "{ type: object }")}, ${OK} }`,
    /^5:\d+ multipart\/mixed is written by no client here/,
  ),
  refused(
    "a server that no request reaches",
    get(`servers: [{ url: "ftp://example.com" }], ${OK}`),
    /^5:5 no request can be sent to its servers/,
  ),
  refused(
    "a path that is no path",
    `paths:\n  a:\n    get: { operationId: a, ${OK} }`,
    /^5:5 the path "a" does not begin with a slash/,
  ),
  refused("a path item that is a list", `paths:\n  /a: []`, /^4:3 "\/a" has to be an object \(path\), and is a list/),
];
