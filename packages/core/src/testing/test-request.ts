/** A request as it arrived. It is not redacted, because the secrets of your tests are yours. */
export interface TestRequest<Name = string, Input = unknown> {
  readonly operation: Name;
  /** The path, query and body fields in one object, like the input of the operation. */
  readonly input: Input;
  /** The headers by lower-case name, including the credential under `authorization`. */
  readonly headers: Readonly<Record<string, string>>;
}
