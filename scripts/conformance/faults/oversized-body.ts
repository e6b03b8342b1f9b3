/** The size of a body that is too large, in MiB; a client reads 10 by default. */
export const OVERSIZED = 11;
export const MEBIBYTE = 2 ** 20;

let spaces: Buffer | undefined;

/** A body of 11 MiB, made once. */
export const oversizedBody = (): Buffer => (spaces ??= Buffer.alloc(OVERSIZED * MEBIBYTE, " "));
