/** The registry, or a package that it should take, cannot be had. The message says why. */
export class RegistryError extends Error {
  override readonly name = "RegistryError";
}
