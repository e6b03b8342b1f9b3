/** Writes requests that are more than plain paths, queries and JSON. Generated code imports what it needs. */
export { binaryBody } from "./request/bodies/binary-body.ts";
export { bodyOfPattern } from "./request/bodies/body-of-pattern.ts";
export { choice } from "./request/bodies/choice.ts";
export type { BodyChoice, ChosenBody, EncodeBody, EncodedBody, SentBody } from "./request/bodies/encode-body.ts";
export { formBody } from "./request/bodies/form-body.ts";
export { jsonBody } from "./request/bodies/json-body.ts";
export { multipartBody } from "./request/bodies/multipart-body.ts";
export { textBody } from "./request/bodies/text-body.ts";
export { bodyWith } from "./request/body-with.ts";
export type { BodyOptions } from "./request/encode-with.ts";
export { cookie } from "./request/parameter-styles/cookie.ts";
export { deepObject } from "./request/parameter-styles/deep-object.ts";
export { form } from "./request/parameter-styles/form.ts";
export { json } from "./request/parameter-styles/json.ts";
export { label } from "./request/parameter-styles/label.ts";
export { matrix } from "./request/parameter-styles/matrix.ts";
export { queryString } from "./request/parameter-styles/query-string.ts";
export { simple } from "./request/parameter-styles/simple.ts";
export {
  asIs,
  type Encode,
  inCookie,
  keepReserved,
  percentEncode,
  type WriteParameter,
} from "./request/parameter-styles/write-parameter.ts";
export type { RequestWriter, WrittenRequest } from "./request/request-writer.ts";
export { writeWith } from "./request/write-with.ts";
export type { ParameterDefinition, ParameterPlace, WriterOptions } from "./request/writer-options.ts";
