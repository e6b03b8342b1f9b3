import { describe, expect, it } from "vitest";
import { describeLines, onlyOperation, problemsOf } from "../../fixtures/api.ts";

const withSchemes = (schemes: string, security: string) =>
  describeLines(`security: ${security}
paths: { /a: { get: { responses: { 200: { description: Good. } } } } }
components: { securitySchemes: { ${schemes} } }
`);

describe("security schemes", () => {
  it.each([
    ["type: apiKey, in: header, name: X-Key", { kind: "apiKey", in: "header", parameter: "x-key", prefix: "" }],
    [
      'type: apiKey, in: header, name: Authorization, x-prefix: "Token "',
      { parameter: "authorization", prefix: "Token " },
    ],
    ["type: apiKey, in: query, name: api key", { kind: "apiKey", in: "query", parameter: "api key" }],
    ["type: apiKey, in: cookie, name: Session", { kind: "apiKey", in: "cookie", parameter: "Session" }],
    ["type: http, scheme: Bearer", { kind: "bearer", issuedBy: "http" }],
    ["type: http, scheme: basic", { kind: "basic" }],
    ["type: oauth2, flows: {}", { kind: "bearer", issuedBy: "oauth2" }],
    ["type: openIdConnect, openIdConnectUrl: https://a.example.com", { kind: "bearer", issuedBy: "openIdConnect" }],
    [
      "type: mutualTLS",
      { kind: "unsupported", what: "is a client certificate, which the connection carries and no request" },
    ],
    ["type: http, scheme: digest", { kind: "unsupported", what: "is http digest" }],
    ["type: apiKey, in: body, name: a", { kind: "unsupported", what: 'is an apiKey in "body"' }],
    [
      "type: apiKey, in: header, name: a b",
      { kind: "unsupported", what: 'has the name "a b", which no header can have' },
    ],
    [
      'type: apiKey, in: header, name: a, x-prefix: " "',
      { kind: "unsupported", what: "has an x-prefix that is not one visible word and a space" },
    ],
    ["type: password", { kind: "unsupported", what: 'has the type "password", which OpenAPI does not know' }],
  ])("are served, or refuse what needs them: %s", async (scheme, expected) => {
    const description = await withSchemes(`it: { ${scheme}, description: How }`, "[{ it: [read] }]");
    const operation = onlyOperation(description);
    const served = !("what" in expected);
    expect(description.securitySchemes.get("it")).toMatchObject({ ...expected, name: "it", description: "How" });
    expect(operation.security).toMatchObject({ stated: true, alternatives: served ? [[{ scopes: ["read"] }]] : [] });
    expect(operation.refusals).toHaveLength(served ? 0 : 1);
  });
});

describe("security", () => {
  const schemes =
    "key: { type: apiKey, in: header, name: x-key }, user: { type: http, scheme: basic }, cert: { type: mutualTLS }";

  it("is alternatives of requirements, one of which may be none", async () => {
    const description = await withSchemes(schemes, "[{ key: [], user: [] }, { user: [] }, {}]");
    const { security } = onlyOperation(description);
    expect(security.optional).toBe(true);
    expect(security.alternatives.map((all) => all.map(({ scheme }) => scheme.name))).toEqual([
      ["key", "user"],
      ["user"],
    ]);
  });

  it("loses the alternatives that no client can serve, with a warning, and is refused where none is left", async () => {
    const some = await withSchemes(schemes, "[{ cert: [] }, { key: [], no: [] }, { user: [] }]");
    expect(onlyOperation(some)).toMatchObject({
      refusals: [],
      security: { optional: false, alternatives: [[{ scheme: { name: "user" } }]] },
    });
    expect(problemsOf(some)).toEqual([
      '3:12 warning: the security scheme "cert" is a client certificate, which the connection carries and no request; this way to authenticate is left out (security)',
      '3:26 warning: the security scheme "no" does not exist (components.securitySchemes has key, user, cert); this way to authenticate is left out (security)',
    ]);
    expect(onlyOperation(await withSchemes(schemes, "[{ cert: [] }]")).refusals).toMatchObject([
      { line: 4, rule: "security" },
    ]);
  });

  it("is not stated where the document says nothing", async () => {
    const { security } = onlyOperation(await describeLines("paths: { /a: { get: { responses: {} } } }"));
    expect(security).toEqual({ stated: false, optional: true, alternatives: [] });
  });
});

describe("servers", () => {
  it.each([
    ["https://api.example.com/v1", true],
    ["http://{host}:{port}", true],
    ["{scheme}://api.example.com", true],
    ["/v1", false],
    ["./v1", false],
    ["//api.example.com", true, "https://api.example.com"],
  ])("%s is whole: %s", async (stated, absolute, url = stated) => {
    expect((await describeLines(`servers: [{ url: ${JSON.stringify(stated)} }]\npaths: {}`)).servers).toMatchObject([
      { url, absolute },
    ]);
  });

  it.each([
    ["wss://api.example.com", 'the server "wss://api.example.com" is reached by wss, not by HTTP; it is left out'],
    ["", "a server has no url; it is left out"],
    ["https://", 'the server "https://" is no address; it is left out, so write a whole one with https://'],
    [
      "https://a.example.com?x=1",
      'the server "https://a.example.com?x=1" has a query or a fragment, which no base address can have; it is left out',
    ],
  ])("is left out where no request can be sent to it: %s", async (url, message) => {
    const { servers, problems } = await describeLines(`servers: [{ url: ${JSON.stringify(url)} }]\npaths: {}`);
    expect(servers).toEqual([]);
    expect(problems).toMatchObject([{ level: "warning", rule: "server", message }]);
  });
});
