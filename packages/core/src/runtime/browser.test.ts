import { expect, it } from "vitest";
import * as browser from "./browser.ts";
import { SEEN, thrown } from "./seen.fixture.ts";
import * as server from "./server.ts";

it("has all that the other has", () => {
  expect(Object.keys(browser)).toEqual(Object.keys(server));
});

it.each(Object.values(SEEN).flatMap((shapes) => Object.values(shapes).map(([shape]) => [shape])))(
  "proves nothing by %o, which no browser throws",
  (shape) => {
    expect(browser.failedFetch(thrown(shape), 5).evidence).toBe("unknown");
  },
);

it("says what to check where a browser does not say what went wrong", () => {
  const { failure } = browser.failedFetch(new TypeError("Failed to fetch"), 5);
  expect(failure).toMatchObject({
    name: "ConnectionError",
    what: "no response (Failed to fetch); check baseUrl, the network and CORS",
  });
});

it("adds nothing to a request, and refuses no base URL", () => {
  const definition = { effect: "create" } as const;
  const request = { method: "POST", body: undefined };
  const settings = { timeout: Infinity, totalTimeout: Infinity };
  expect(browser.initFor({ definition, request, settings, fetch })).toEqual({});
  expect(() => browser.checkProxy("baseUrl", "http://localhost", {})).not.toThrow();
  expect(browser.userAgent("things", "app")).toEqual({});
});
