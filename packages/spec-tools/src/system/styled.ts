import { styleText } from "node:util";

/** Text in a colour or another style. */
export type Styled = (style: Parameters<typeof styleText>[0], text: string) => string;

/** Styles what goes to the standard output, if that is a terminal and the user did not say otherwise (NO_COLOR, FORCE_COLOR). */
export const styled: Styled = (style, text) => styleText(style, text, { stream: process.stdout });

/** Leaves a text as it is. */
export const plain: Styled = (_, text) => text;
