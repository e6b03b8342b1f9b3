import { EVENT_ID, parseEvents } from "js-yaml";
import { placeOfOffset } from "../../description/read/text-places.ts";
import type { Rule } from "./rule.ts";

/** Generators of other languages take an aliased object for something that is no object. */
export const noAliases: Rule = ({ text }) =>
  parseEvents(text, { filename: "" }).flatMap((event) => {
    if (event.type !== EVENT_ID.ALIAS) return [];
    const name = text.slice(event.anchorStart, event.anchorEnd);
    const message = `YAML alias *${name}: some generators cannot read it; write the text again, or use $ref`;
    return [{ pointer: "", place: placeOfOffset(text, event.anchorStart - 1), message }];
  });
