import satisfies from "spdx-satisfies";

/** The output of `pnpm licenses list --json`: packages by the licence in their package.json. */
export type Licenses = Readonly<Record<string, readonly { readonly name: string }[]>>;

/** The licences that are allowed for packages that users install. */
const SHIPPED = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"];

/** The licences that are allowed for packages that only build and test. */
const USED = [...SHIPPED, "BlueOak-1.0.0", "CC-BY-3.0", "CC0-1.0", "MPL-2.0", "PSF-2.0", "Python-2.0", "Unlicense"];

/** The uses of a dependency, with the licences that are allowed for each. */
export const PLACES = { shipped: SHIPPED, "used here": USED } as const;

/** The packages whose licence is not allowed for their use, a sentence each. */
export function licenseProblems(licenses: Licenses, place: keyof typeof PLACES): readonly string[] {
  return Object.entries(licenses)
    .filter(([license]) => !allows(PLACES[place], license))
    .flatMap(([license, packages]) =>
      packages.map(
        ({ name }) =>
          `${name} is ${place} under ${license}, which is not one of ${PLACES[place].join(", ")}; remove it, or add the licence to scripts/repository/licenses.ts`,
      ),
    );
}

/** Whether a licence is allowed. A text that is not an SPDX expression, such as "Unknown", is not. */
function allows(allowed: readonly string[], license: string): boolean {
  try {
    return satisfies(license, [...allowed]);
  } catch {
    return false;
  }
}
