/**
 * A mistake of whoever gave a command its input, or something on the machine that they can put right. The message is a
 * sentence that names the file, line or option and says what to do; a command prints it without a stack trace.
 */
export class UserError extends Error {
  override readonly name: string = "UserError";

  /** What a command of this name prints. */
  report(command: string): string {
    return `${command}: ${this.message}`;
  }
}
