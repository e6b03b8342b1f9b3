import { expect, it } from "vitest";
import { licenseProblems } from "./licenses.ts";

const of = (license: string) => ({ [license]: [{ name: "left-pad" }] });

it.each(["MIT", "(MIT OR GPL-3.0)", "MIT OR Apache-2.0", "0BSD"])("lets %s be shipped", (license) => {
  expect(licenseProblems(of(license), "shipped")).toEqual([]);
});

it.each(["GPL-3.0", "MIT AND GPL-3.0", "MPL-2.0", "Unknown", "SEE LICENSE IN LICENSE.txt", ""])(
  "ships no %s",
  (license) => {
    expect(licenseProblems(of(license), "shipped")).toEqual([
      expect.stringMatching(/^left-pad is shipped under .*, which is none of 0BSD, /),
    ]);
  },
);

it("lets more be used than shipped, but not everything", () => {
  expect(licenseProblems(of("MPL-2.0"), "used here")).toEqual([]);
  expect(licenseProblems(of("AGPL-3.0"), "used here")).toHaveLength(1);
});
