import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeLines } from "../fixtures/api.ts";
import { type MockServer, startMock } from "./start-mock.ts";

const operation = (security: string): string =>
  `{ get: { security: ${security}, responses: { 200: { description: Good. }, 401: { description: Who are you?. } } } }`;

const LINES = `paths:
  /header: ${operation("[{ header: [] }]")}
  /plain: ${operation("[{ plain: [] }]")}
  /query: ${operation("[{ query: [] }]")}
  /cookie: ${operation("[{ cookie: [] }]")}
  /basic: ${operation("[{ basic: [] }]")}
  /bearer: ${operation("[{ bearer: [] }]")}
  /oauth: ${operation("[{ oauth: [read] }]")}
  /both: ${operation("[{ header: [], query: [] }]")}
  /either: ${operation("[{ header: [] }, { query: [] }]")}
  /optional: ${operation("[{ header: [] }, {}]")}
  /open: ${operation("[]")}
components:
  securitySchemes:
    header: { type: apiKey, in: header, name: X-Key, x-prefix: "Key " }
    plain: { type: apiKey, in: header, name: X-Plain }
    query: { type: apiKey, in: query, name: key }
    cookie: { type: apiKey, in: cookie, name: session }
    basic: { type: http, scheme: basic }
    bearer: { type: http, scheme: bearer }
    oauth: { type: oauth2, flows: {} }
`;

let mock: MockServer;
beforeAll(async () => {
  mock = await startMock(await describeLines(LINES), { credentials: ["one", "me:one"] });
});
afterAll(() => mock.close());

const status = async (path: string, headers: Readonly<Record<string, string>> = {}): Promise<number> =>
  (await fetch(mock.url + path, { headers })).status;

const base64 = (text: string): string => Buffer.from(text).toString("base64");

describe("a credential in the place and the form of its scheme", () => {
  it.each<[path: string, headers?: Readonly<Record<string, string>>]>([
    ["/header", { "x-key": "Key one" }],
    ["/plain", { "x-plain": "one" }],
    ["/plain", { "x-plain": "Token one" }],
    ["/query?key=one"],
    ["/cookie", { cookie: "a=b; session=one" }],
    ["/basic", { authorization: `Basic ${base64("me:one")}` }],
    ["/bearer", { authorization: "Bearer one" }],
    ["/oauth", { authorization: "Bearer one" }],
    ["/both?key=one", { "x-key": "Key one" }],
    ["/either?key=one"],
    ["/either", { "x-key": "Key one" }],
    ["/optional"],
    ["/open"],
  ])("is let in: %s %o", async (path, headers) => {
    expect(await status(path, headers)).toBe(200);
  });
});

describe("any other", () => {
  it.each<[path: string, headers?: Readonly<Record<string, string>>]>([
    ["/header"],
    ["/header", { "x-key": "one" }],
    ["/header", { "x-key": "Key two" }],
    ["/plain", { "x-plain": "Token two" }],
    ["/plain", { "x-plain": "Token one two" }],
    ["/plain", { "x-plain": "Token" }],
    ["/query"],
    ["/query?key=two"],
    ["/query", { key: "one" }],
    ["/cookie", { cookie: "session=two" }],
    ["/cookie", { cookie: "other=one" }],
    ["/basic", { authorization: `Basic ${base64("me:two")}` }],
    ["/basic", { authorization: "Bearer one" }],
    ["/bearer", { authorization: "bearer" }],
    ["/oauth", { authorization: "Bearer two" }],
    ["/both?key=one"],
    ["/both", { "x-key": "Key one" }],
    ["/either"],
  ])("is refused: %s %o", async (path, headers) => {
    expect(await status(path, headers)).toBe(401);
  });
});
