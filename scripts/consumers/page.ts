import { withMarkedPart } from "./marked-part.ts";

/** The page that shows the tables, as it is named to the caller. */
export const PAGE = "COMPATIBILITY.md";

const MARKERS = { begin: "<!-- consumers: written by `pnpm test:consumers --write` -->", end: "<!-- /consumers -->" };

/**
 * The page with these tables where they belong.
 *
 * @throws {UserError} where it has no place for them.
 */
export const withTables = (page: string, tables: string): string => withMarkedPart(page, tables, MARKERS, PAGE);
