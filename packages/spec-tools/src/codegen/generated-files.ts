/** File names and their whole text. */
export type GeneratedFiles = ReadonlyMap<string, string>;
