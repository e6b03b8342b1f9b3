/** A package cannot be packed or checked. The message says why. */
export class PackageError extends Error {
  override readonly name = "PackageError";
}
