// What `pnpm pack` and `pnpm publish` make of a package.json: nothing in it may name what only this repository has.
const SOURCE = "@git-tokens/source";

/** Where a release is built, as GitHub tells it; the provenance of a package has to name the same repository. */
const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env;

const withoutSource = ([name, target]) => {
  if (typeof target === "string") return [name, target];
  const { [SOURCE]: _, ...published } = target;
  return [name, published];
};

export const hooks = {
  beforePacking({ devDependencies: _, scripts: __, ...manifest }) {
    const repository = GITHUB_REPOSITORY && {
      type: "git",
      url: `git+${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}.git`,
      directory: `packages/${manifest.name.replace(/^.*\//, "")}`,
    };
    return {
      ...manifest,
      ...(repository && { repository }),
      exports: Object.fromEntries(Object.entries(manifest.exports ?? {}).map(withoutSource)),
    };
  },
};
