import { UserError } from "@git-tokens/spec-tools/system/user-error";

/** The lines of a page that enclose generated text. */
export interface Markers {
  readonly begin: string;
  readonly end: string;
}

/**
 * Returns the page with a new text between its markers.
 *
 * @param name The name of the page, for the error.
 * @throws {UserError} unless the page has each marker once, in order.
 */
export function withMarkedPart(page: string, text: string, { begin, end }: Markers, name: string): string {
  const [before, rest, ...more] = page.split(`${begin}\n`);
  const [, after, ...others] = rest?.split(`${end}\n`) ?? [];
  if (before === undefined || after === undefined || more.length > 0 || others.length > 0 || before.includes(end))
    throw new UserError(`${name} must have the line \`${begin}\` once, and after it \`${end}\` once`);
  return `${before}${begin}\n\n${text}\n\n${end}\n${after}`;
}
