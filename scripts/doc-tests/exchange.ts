/**
 * The response to a request, unless it is the mock's first example: an error status, the name of another example, or
 * `lost`, which means that the request takes effect but its response never arrives.
 */
export type ExchangeResponse = number | string;

/** One request that a program sends, and its response. */
export interface Exchange {
  readonly operation: string;
  readonly response?: ExchangeResponse | undefined;
}

/** Parses the requests of a program, in order, such as `listNotes editNote=404 createNote=lost`. */
export function parseExchanges(text: string): readonly Exchange[] {
  if (text.trim() === "nothing") return [];
  return text
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [operation = "", response] = word.split("=");
      return { operation, response: response !== undefined && /^\d+$/.test(response) ? Number(response) : response };
    });
}

export const formatExchange = ({ operation, response }: Exchange): string =>
  response === undefined ? operation : `${operation}=${response}`;
