/** A package cannot be built. The message says why. */
export class BuildError extends Error {
  override readonly name = "BuildError";
}
