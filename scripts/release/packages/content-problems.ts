import type { Contents } from "./unpack.ts";

/** The files that every package may contain. */
const KINDS = [/^package\.json$/, /^LICENSE$/, /^README(\.\w+)?\.md$/, /^CHANGELOG\.md$/];

/** The files that a client may contain: specs, and bundles. */
const OF_CLIENT = [/^openapi\/openapi(-3\.0)?\.json$/, /^dist\/[\w.-]+\.(js|d\.ts)$/];

/** The files that a program may contain: the same folders as its sources, but no tests. */
const OF_PROGRAM = [/^dist\/(?!fixtures\/)([a-z0-9-]+\/)*[a-z0-9-]+\.(js|css|schema\.json|yaml|d\.ts)$/];

/** The files that every package must contain. */
const NEEDED = ["package.json", "LICENSE", "README.md"];

/** Words of a package.json that only this repository understands. */
const OURS = ["workspace:", "catalog:", "@git-tokens/source", "devDependencies"];

/**
 * The problems of the contents of a package, a sentence each.
 *
 * @param alsoNeeded Files that this package must contain in addition to those of every package.
 */
export function contentProblems(contents: Contents, alsoNeeded: readonly string[] = []): readonly string[] {
  const manifest = String(contents.get("package.json") ?? "");
  const isProgram = /^ {2}"bin": /m.test(manifest);
  const built = isProgram ? ["dist/cli.js"] : ["dist/index.js", "dist/index.d.ts"];
  const kinds = [...KINDS, ...(isProgram ? OF_PROGRAM : OF_CLIENT)];
  return [
    ...[...NEEDED, ...built, ...alsoNeeded]
      .filter((path) => !contents.has(path))
      .map((path) => `${path} is missing: add it to \`files\` of package.json, or to the build.`),
    ...[...contents.keys()]
      .filter((path) => !kinds.some((kind) => kind.test(path)))
      .map(
        (path) =>
          `${path} does not belong into a package: remove it from \`files\` of package.json, or from the build.`,
      ),
    ...OURS.filter((word) => manifest.includes(word)).map(
      (word) => `package.json says \`${word}\`, which only this repository understands: .pnpmfile.mjs must remove it.`,
    ),
  ];
}
