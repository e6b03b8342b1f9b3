// What `pnpm pack` and `pnpm publish` make of a package.json: nothing in it may name what only this repository has.
const SOURCE = "@git-tokens/source";

/** Where a release is built, as GitHub tells it; npm publishes only what names the repository that its provenance names. */
const { GITHUB_SERVER_URL = "https://github.com", GITHUB_REPOSITORY } = process.env;

/** The links that npm shows next to a package. They are known only where GitHub runs the release. */
const links = (name) => {
  if (!GITHUB_REPOSITORY) return {};
  const repository = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`;
  const directory = `packages/${name.replace(/^.*\//, "")}`;
  return {
    homepage: `${repository}/tree/HEAD/${directory}#readme`,
    bugs: { url: `${repository}/issues` },
    repository: { type: "git", url: `git+${repository}.git`, directory },
  };
};

/** Sources stay here: nothing that is published names one. */
const published = ([name, target]) => {
  if (typeof target === "string") return target.startsWith("./src/") ? [] : [[name, target]];
  const { [SOURCE]: _, ...rest } = target;
  return [[name, rest]];
};

export const hooks = {
  beforePacking({ devDependencies: _, scripts: __, ...manifest }) {
    return {
      ...manifest,
      ...links(manifest.name),
      exports: Object.fromEntries(Object.entries(manifest.exports ?? {}).flatMap(published)),
      ...(manifest.imports && { imports: Object.fromEntries(Object.entries(manifest.imports).flatMap(published)) }),
    };
  },
};
