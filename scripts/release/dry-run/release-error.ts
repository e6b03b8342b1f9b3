/** A step of the release failed. The message says which, and what was said. */
export class ReleaseError extends Error {
  override readonly name = "ReleaseError";
}
