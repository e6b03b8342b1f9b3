/**
 * What a request is answered with where that is not the mock's first example: an error status, the name of another
 * example, or `lost`: the service carries the request out, and its answer never arrives.
 */
export type Answer = number | string;

/** One request that a program is to send, in its turn, and how that ends. */
export interface Exchange {
  readonly operation: string;
  readonly answer?: Answer | undefined;
}

/** `listNotes editNote=404 createNote=lost`: the requests of a program in their order. */
export function parseExchanges(text: string): readonly Exchange[] {
  if (text.trim() === "nothing") return [];
  return text
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [operation = "", answer] = word.split("=");
      return { operation, answer: answer !== undefined && /^\d+$/.test(answer) ? Number(answer) : answer };
    });
}

export const formatExchange = ({ operation, answer }: Exchange): string =>
  answer === undefined ? operation : `${operation}=${answer}`;
