import type { ForeignCase } from "./foreign-case.ts";
import { OK } from "./yaml.ts";

export const security: readonly ForeignCase[] = [
  {
    title: "one way for all, another for one, none for another",
    document: `security: [{ key: [] }]
paths: { /a: { get: { operationId: a, ${OK} } }, /b: { get: { operationId: b, security: [{ user: [] }], ${OK} } }, /c: { get: { operationId: c, security: [], ${OK} } }, /d: { get: { operationId: d, security: [{}, { key: [] }], ${OK} } } }
components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key }, user: { type: http, scheme: Basic } } }`,
    auth: '{ key: "k", user: { username: "u", password: "p" } }',
    program: "await api.a(client); await api.b(client); await api.c(client); await api.d(client);",
    sends: [
      ["GET /a", { "x-key": "k", authorization: "" }],
      ["GET /b", { "x-key": "", authorization: `Basic ${btoa("u:p")}` }],
      ["GET /c", { "x-key": "", authorization: "" }],
      ["GET /d", { "x-key": "k" }],
    ],
  },
  {
    title: "two credentials at once, in a query and a cookie",
    document: `security: [{ q-key: [], "c.key": [] }]
paths: { /a: { get: { operationId: a, parameters: [{ name: x, in: query, schema: { type: string } }, { name: c, in: cookie, schema: { type: string } }], ${OK} } } }
components: { securitySchemes: { q-key: { type: apiKey, in: query, name: api_key }, "c.key": { type: apiKey, in: cookie, name: sid } } }`,
    auth: '{ "q-key": "a&b", "c.key": "c" }',
    program: 'await api.a(client, { x: "1", c: "2" });',
    sends: [["GET /a?x=1&api_key=a%26b", { cookie: "c=2; sid=c" }]],
  },
  {
    title: "OAuth 2 and OpenID Connect, by a token that the caller has",
    document: `security: [{ oauth: [read] }, { oidc: [] }]
paths: { /a: { get: { operationId: a, ${OK} } } }
components: { securitySchemes: { oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://example.com/token, scopes: { read: Read } } } }, oidc: { type: openIdConnect, openIdConnectUrl: https://example.com/oidc } } }`,
    auth: '{ oidc: async () => "t" }',
    program: "await api.a(client);",
    sends: [["GET /a", { authorization: "Bearer t" }]],
  },
  {
    title: "a way that no client can take, next to one that it can",
    document: `security: [{ cert: [] }, { digest: [] }, { key: [] }]
paths: { /a: { get: { operationId: a, ${OK} } } }
components: { securitySchemes: { cert: { type: mutualTLS }, digest: { type: http, scheme: digest }, key: { type: apiKey, in: header, name: Authorization } } }`,
    auth: '{ key: "k" }',
    program: "await api.a(client);",
    sends: [["GET /a", { authorization: "k" }]],
    notes: [/"cert" is a client certificate.*left out/, /"digest" is http digest.*left out/],
  },
  {
    title: "schemes with the names that every object has",
    document: `security: [{ constructor: [] }, { __proto__: [] }]
paths: { /a: { get: { operationId: a, ${OK} } } }
components: { securitySchemes: { constructor: { type: apiKey, in: header, name: X-Key }, __proto__: { type: http, scheme: bearer } } }`,
    auth: '{ constructor: "k" } as never',
    program: "await api.a(client);",
    sends: [["GET /a", { "x-key": "k" }]],
  },
  {
    title: "nothing that says how to authenticate",
    document: `paths: { /a: { get: { operationId: a, ${OK} } } }`,
    program: "await api.a(client);",
    sends: [["GET /a", { authorization: "" }]],
  },
];
