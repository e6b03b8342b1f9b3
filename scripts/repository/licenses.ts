import satisfies from "spdx-satisfies";

/** What `pnpm licenses list --json` prints: packages by the licence that their package.json states. */
export type Licenses = Readonly<Record<string, readonly { readonly name: string }[]>>;

/** What may be shipped: whoever installs a package of this repository gets it as well. */
const SHIPPED = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"];

/** What may be used to build and test, beside that. */
const USED = [...SHIPPED, "BlueOak-1.0.0", "CC-BY-3.0", "CC0-1.0", "MPL-2.0", "Python-2.0", "Unlicense"];

/** Where a dependency is needed, with the licences that it may have there. */
export const PLACES = { shipped: SHIPPED, "used here": USED } as const;

/** The packages whose licence is none of those that their place allows, a sentence each. */
export function licenseProblems(licenses: Licenses, place: keyof typeof PLACES): readonly string[] {
  return Object.entries(licenses)
    .filter(([license]) => !allows(PLACES[place], license))
    .flatMap(([license, packages]) =>
      packages.map(
        ({ name }) =>
          `${name} is ${place} under ${license}, which is none of ${PLACES[place].join(", ")}; do without it, or add the licence to scripts/repository/licenses.ts`,
      ),
    );
}

/** Whether an SPDX expression is among what is allowed. What is no such expression, as "Unknown", is not. */
function allows(allowed: readonly string[], license: string): boolean {
  try {
    return satisfies(license, [...allowed]);
  } catch {
    return false;
  }
}
