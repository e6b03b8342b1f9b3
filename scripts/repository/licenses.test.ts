import { expect, it } from "vitest";
import { licenseProblems } from "./licenses.ts";

const of = (license: string) => ({ [license]: [{ name: "left-pad" }] });

it.each(["MIT", "(MIT OR GPL-3.0)", "MIT OR Apache-2.0", "0BSD"])("allows %s in what users install", (license) => {
  expect(licenseProblems(of(license), "shipped")).toEqual([]);
});

it.each(["GPL-3.0", "MIT AND GPL-3.0", "MPL-2.0", "Unknown", "SEE LICENSE IN LICENSE.txt", ""])(
  "refuses %s in what users install",
  (license) => {
    expect(licenseProblems(of(license), "shipped")).toEqual([
      expect.stringMatching(/^left-pad is shipped under .*, which is not one of 0BSD, /),
    ]);
  },
);

it("allows more for our own use, but not everything", () => {
  expect(licenseProblems(of("MPL-2.0"), "used here")).toEqual([]);
  expect(licenseProblems(of("AGPL-3.0"), "used here")).toHaveLength(1);
});
