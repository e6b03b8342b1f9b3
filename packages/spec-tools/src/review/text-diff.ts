import { diffWordsWithSpace, structuredPatch } from "diff";

/** A run of text that is new, gone, or the same on both sides. */
export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

/** Lines that both sides have, or the lines of one side in place of those of the other. */
export type Chunk =
  | { readonly kind: "same"; readonly text: string }
  | { readonly kind: "changed"; readonly old: readonly Piece[]; readonly new: readonly Piece[] };

/** Changes that are close together, with the lines around them. */
export interface Hunk {
  readonly oldStart: number;
  readonly newStart: number;
  readonly chunks: readonly Chunk[];
}

/** Compares two texts by lines, and changed lines by words. */
export function hunksOf(old: string, now: string, context: number): readonly Hunk[] {
  const { hunks } = structuredPatch("old", "new", `${old}\n`, `${now}\n`, undefined, undefined, { context });
  return hunks.map(({ oldStart, newStart, lines }) => ({ oldStart, newStart, chunks: chunksOf(lines) }));
}

function chunksOf(lines: readonly string[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let same: string[] = [];
  let old: string[] = [];
  let now: string[] = [];
  const closeSame = (): void => {
    if (same.length > 0) chunks.push({ kind: "same", text: same.join("\n") });
    same = [];
  };
  const closeChanged = (): void => {
    if (old.length + now.length > 0) chunks.push(changedChunk(old.join("\n"), now.join("\n")));
    old = [];
    now = [];
  };
  for (const line of lines) {
    const text = line.slice(1);
    if (line.startsWith(" ")) {
      closeChanged();
      same.push(text);
    } else {
      closeSame();
      (line.startsWith("-") ? old : now).push(text);
    }
  }
  closeSame();
  closeChanged();
  return chunks;
}

function changedChunk(old: string, now: string): Chunk {
  if (old === "" || now === "") return { kind: "changed", old: whole(old), new: whole(now) };
  const pieces = diffWordsWithSpace(old, now);
  const side = (other: "added" | "removed"): readonly Piece[] =>
    pieces
      .filter((piece) => !piece[other])
      .map(({ value, added, removed }) => ({ text: value, changed: added || removed }));
  return { kind: "changed", old: side("added"), new: side("removed") };
}

const whole = (text: string): readonly Piece[] => (text === "" ? [] : [{ text, changed: false }]);
