import { EVENT_ID, type Event, getScalarValue, parseEvents, type ScalarEvent } from "js-yaml";

/** Line and column, counted from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Where the values of a text are: for the keys and indexes that lead to one, the place of the last that is there. */
export type FindPlace = (tokens: readonly string[]) => TextPlace;

interface Node {
  /** Where its key begins, or itself where it has none. */
  readonly start: number;
  readonly members: ReadonlyMap<string, Node>;
}

/**
 * Finds places in a text that has been parsed before. The text is read again when the first one is asked for, so a
 * description without problems costs nothing.
 */
export function placesOf(text: string): FindPlace {
  let root: Node | undefined;
  let lines: readonly number[] | undefined;
  return (tokens) => {
    root ??= nodeTree(text);
    lines ??= lineStarts(text);
    let node = root;
    for (const token of tokens) {
      const member = node.members.get(token);
      if (member === undefined) break;
      node = member;
    }
    return placeAt(lines, node.start);
  };
}

function nodeTree(text: string): Node {
  const events = parseEvents(text, { maxDepth: 1000 });
  const root = { start: 0, members: new Map<string, Node>() };
  let at = 0;
  const next = (): Event | undefined => events[at++];
  const members = (into: Map<string, Node>, isMap: boolean): void => {
    for (let index = 0, event = next(); event !== undefined && event.type !== EVENT_ID.POP; index++, event = next()) {
      if (isMap) {
        const key = event;
        if (key.type !== EVENT_ID.SCALAR) skip(key);
        const value = next();
        if (value === undefined) return;
        const name = key.type === EVENT_ID.SCALAR ? getScalarValue(text, key) : "";
        into.set(name, read(value, key.type === EVENT_ID.SCALAR ? startOf(key) : undefined));
      } else into.set(String(index), read(event));
    }
  };
  const read = (event: Event, keyStart?: number): Node => {
    const node = { start: keyStart ?? startOf(event), members: NONE };
    if (event.type !== EVENT_ID.MAPPING && event.type !== EVENT_ID.SEQUENCE) return node;
    const own = new Map<string, Node>();
    members(own, event.type === EVENT_ID.MAPPING);
    return { ...node, members: own };
  };
  const skip = (event: Event): void => {
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) read(event);
  };
  for (let event = next(); event !== undefined; event = next()) {
    if (event.type !== EVENT_ID.DOCUMENT && event.type !== EVENT_ID.POP) return read(event);
  }
  return root;
}

const NONE: ReadonlyMap<string, Node> = new Map();

function startOf(event: Event): number {
  switch (event.type) {
    case EVENT_ID.SCALAR:
      return scalarStart(event);
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return event.start;
    case EVENT_ID.ALIAS:
      return event.anchorStart;
    default:
      return 0;
  }
}

/** The offset of a scalar, its opening quote included. */
const scalarStart = ({ valueStart, style }: ScalarEvent): number =>
  style === 2 || style === 3 ? valueStart - 1 : valueStart;

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}

/** Where an offset of a text is. */
export const placeOfOffset = (text: string, offset: number): TextPlace => placeAt(lineStarts(text), offset);

function placeAt(lines: readonly number[], offset: number): TextPlace {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}
