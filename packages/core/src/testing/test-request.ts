/** A request as it arrived. Nothing in it is masked: it is yours, and so are the secrets of your tests. */
export interface TestRequest<Name = string, Input = unknown> {
  readonly operation: Name;
  /** Path, query and body fields in one object, as the operation was called with. */
  readonly input: Input;
  /** By lower-case name, the credential under `authorization` included. */
  readonly headers: Readonly<Record<string, string>>;
}
