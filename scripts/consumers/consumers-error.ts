/** The consumers cannot be set up. The message says what is missing and what to do. */
export class ConsumersError extends Error {
  override readonly name = "ConsumersError";
}
