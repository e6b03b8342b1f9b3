import { UserError } from "@git-tokens/spec-tools/system/user-error";

/** The lines of a page between which a script writes. */
export interface Markers {
  readonly begin: string;
  readonly end: string;
}

/**
 * The page with a new text between its markers, on lines of its own.
 *
 * @param name The page's, for the error.
 * @throws {UserError} where the page does not have each marker once, the first before the second.
 */
export function withMarkedPart(page: string, text: string, { begin, end }: Markers, name: string): string {
  const [before, rest, ...more] = page.split(`${begin}\n`);
  const [, after, ...others] = rest?.split(`${end}\n`) ?? [];
  if (before === undefined || after === undefined || more.length > 0 || others.length > 0 || before.includes(end))
    throw new UserError(`${name} has to have the line \`${begin}\` once, and after it \`${end}\` once`);
  return `${before}${begin}\n\n${text}\n\n${end}\n${after}`;
}
