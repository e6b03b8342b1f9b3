/** A success with any object, for documents in tests. */
export const OK =
  "responses: { 200: { description: ok, content: { application/json: { schema: { type: object } } } } }";

/** A body in one media type. */
export const body = (mediaType: string, schema: string, more = ""): string =>
  `requestBody: { required: true, content: { ${JSON.stringify(mediaType)}: { schema: ${schema}${more} } } }`;

/** A success in one media type. */
export const gives = (mediaType: string, schema: string, status = "200"): string =>
  `responses: { ${JSON.stringify(status)}: { description: ok, content: { ${JSON.stringify(mediaType)}: { schema: ${schema} } } } }`;
