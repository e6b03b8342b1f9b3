/** What the types promise; checked by the compiler, never run. */
import { expectTypeOf } from "vitest";
import type { Operation } from "../operation.ts";
import { lost, status, type TestRequest, testTransport, undocumented } from "../testing.ts";

interface Thing {
  readonly id: string;
}
type Errors = { readonly 400: { readonly key: string }; readonly 409: { readonly by: string }; readonly 404: unknown };

declare const operations: {
  readonly listThings: Operation<"things", { page?: number }, Thing[], Errors>;
  readonly putThing: Operation<"things", Thing & { size: number }, Thing, Errors>;
  readonly deleteThing: Operation<"things", Thing, undefined, Errors>;
  readonly createClient: () => void;
};
const thing = { id: "1" };

const service = testTransport(operations, { putThing: thing });
testTransport(operations);

// The success body, and nothing else.
service.answer("putThing", { id: "1" });
// @ts-expect-error: a field of another type.
service.answer("putThing", { id: 1 });
// @ts-expect-error: a field that the spec does not know.
service.answer("putThing", { id: "1", colour: "red" });
// @ts-expect-error: a field is missing.
service.answer(operations.putThing, {});
// @ts-expect-error: the same in the table.
testTransport(operations, { putThing: { id: 1 } });
service.answer("deleteThing", undefined);
// @ts-expect-error: no success of this operation is empty.
service.answer("putThing", undefined);
// @ts-expect-error: an operation that is not there.
service.answer("getThing", thing);
// @ts-expect-error: the module exports it, but it is no operation.
service.answer("createClient", thing);

// A documented status with the body of that status.
service.answer("putThing", status(400, { key: "k" }));
service.answer(operations.putThing, status(409, { by: "b" }, { "x-request-id": "r" }));
service.answer("putThing", status(404));
// @ts-expect-error: the body of another status.
service.answer("putThing", status(409, { key: "k" }));
// @ts-expect-error: the body is missing.
service.answer("putThing", status(400));
// @ts-expect-error: an undocumented status passes for none by accident.
service.answer("putThing", status(418));
service.answer("putThing", undocumented(418));

// In turn, or made of the request.
service.answer("putThing", [lost.reset, status(404), thing]);
service.answer("putThing", ({ input }) => ({ id: input.id }));
service.answer("putThing", async ({ input }) => (input.id ? thing : lost.cut));
service.answer(operations.putThing, [({ input }) => ({ id: input.id }), thing]);
// @ts-expect-error: an empty list gives no response.
service.answer("putThing", []);
// @ts-expect-error: a wrong body in a list.
service.answer("putThing", [lost.reset, { id: 1 }]);
// @ts-expect-error: a wrong body made of the request.
service.answer("putThing", () => ({ id: 1 }));

// A success body that is a list, alone or in turn.
service.answer("listThings", [thing]);
service.answer("listThings", []);
service.answer("listThings", [[thing]]);
service.answer("listThings", lost.silence);
service.answer("listThings", () => [thing]);
// @ts-expect-error: neither a list of things nor a list of responses.
service.answer("listThings", [{ id: 1 }]);

// What was recorded is told apart by its operation; what travelled in a path or query has become text.
const [request] = service.requests;
if (request?.operation === "putThing") {
  expectTypeOf(request).toEqualTypeOf<
    TestRequest<"putThing", { readonly id: string; readonly size: number | string }>
  >();
}
expectTypeOf(request?.operation).toEqualTypeOf<"listThings" | "putThing" | "deleteThing" | undefined>();
