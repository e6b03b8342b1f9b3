export type { Answer, Answers, AnswerTable, Sent } from "./testing/answer.ts";
export { type Lost, lost, type Reply, status, undocumented } from "./testing/reply.ts";
export type { TestRequest } from "./testing/test-request.ts";
export { type TestTransport, testTransport } from "./testing/test-transport.ts";
