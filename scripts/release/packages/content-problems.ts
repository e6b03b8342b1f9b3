import { posix } from "node:path";
import type { Contents } from "./unpack.ts";

/** What a package may hold, beside the sources that its declaration maps name. */
const KINDS = [
  /^package\.json$/,
  /^LICENSE$/,
  /^README(\.\w+)?\.md$/,
  /^CHANGELOG\.md$/,
  /^openapi\/openapi(-3\.0)?\.json$/,
  /^dist\/[\w.-]+\.(js|d\.ts|d\.ts\.map)$/,
];

/** What every package has to hold. */
const NEEDED = ["package.json", "LICENSE", "README.md", "dist/index.js", "dist/index.d.ts", "dist/index.d.ts.map"];

/** What a package.json must not say outside of this repository. */
const OURS = ["workspace:", "catalog:", "@git-tokens/source", "devDependencies"];

/**
 * What is wrong with the contents of a package, a sentence each.
 *
 * @param alsoNeeded Files that this package has to hold beside those of every package.
 */
export function contentProblems(contents: Contents, alsoNeeded: readonly string[] = []): readonly string[] {
  const sources = mappedSources(contents);
  const named = new Set(sources.map(({ source }) => source));
  const manifest = String(contents.get("package.json") ?? "");
  return [
    ...[...NEEDED, ...alsoNeeded]
      .filter((path) => !contents.has(path))
      .map((path) => `${path} is missing: \`files\` of package.json or the build has to give it.`),
    ...[...contents.keys()]
      .filter((path) => !named.has(path) && !KINDS.some((kind) => kind.test(path)))
      .map((path) => `${path} is no part of a package: take it out of \`files\` of package.json, or out of the build.`),
    ...sources
      .filter(({ source }) => !contents.has(source))
      .map(({ map, source }) => `${map} leads to ${source}, which is not in the package.`),
    ...OURS.filter((word) => manifest.includes(word)).map(
      (word) =>
        `package.json says \`${word}\`, which only this repository understands: .pnpmfile.mjs has to remove it.`,
    ),
  ];
}

interface MappedSource {
  readonly map: string;
  /** A path in the package. */
  readonly source: string;
}

function mappedSources(contents: Contents): readonly MappedSource[] {
  return [...contents]
    .filter(([path]) => path.endsWith(".map"))
    .flatMap(([map, text]) => {
      const { sources }: { readonly sources: readonly string[] } = JSON.parse(String(text));
      return sources.map((source) => ({ map, source: posix.join(posix.dirname(map), source) }));
    });
}
