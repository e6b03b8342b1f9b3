import type { Contents } from "./unpack.ts";

/** What a package may hold. */
const KINDS = [
  /^package\.json$/,
  /^LICENSE$/,
  /^README(\.\w+)?\.md$/,
  /^CHANGELOG\.md$/,
  /^openapi\/openapi(-3\.0)?\.json$/,
  /^dist\/[\w.-]+\.(js|d\.ts)$/,
];

/** What every package has to hold. */
const NEEDED = ["package.json", "LICENSE", "README.md", "dist/index.js", "dist/index.d.ts"];

/** What a package.json must not say outside of this repository. */
const OURS = ["workspace:", "catalog:", "@git-tokens/source", "devDependencies"];

/**
 * What is wrong with the contents of a package, a sentence each.
 *
 * @param alsoNeeded Files that this package has to hold beside those of every package.
 */
export function contentProblems(contents: Contents, alsoNeeded: readonly string[] = []): readonly string[] {
  const manifest = String(contents.get("package.json") ?? "");
  return [
    ...[...NEEDED, ...alsoNeeded]
      .filter((path) => !contents.has(path))
      .map((path) => `${path} is missing: \`files\` of package.json or the build has to give it.`),
    ...[...contents.keys()]
      .filter((path) => !KINDS.some((kind) => kind.test(path)))
      .map((path) => `${path} is no part of a package: take it out of \`files\` of package.json, or out of the build.`),
    ...OURS.filter((word) => manifest.includes(word)).map(
      (word) =>
        `package.json says \`${word}\`, which only this repository understands: .pnpmfile.mjs has to remove it.`,
    ),
  ];
}
