/** Something that the reader of the message can put right. */
export class ReviewError extends Error {
  override readonly name = "ReviewError";
}
