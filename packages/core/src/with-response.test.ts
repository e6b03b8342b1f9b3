import { describe, expect, expectTypeOf, it } from "vitest";
import { createClient } from "./client.ts";
import { defineOperation } from "./operation.ts";
import { lost, status, testTransport, undocumented } from "./testing.ts";
import { withResponse } from "./with-response.ts";

interface Thing {
  readonly id: string;
}
const getThing = defineOperation<"things", { id: string }, Thing, { 404: unknown }>({
  name: "getThing",
  method: "GET",
  path: "/things/{id}",
  effect: "read",
});
const deleteThing = defineOperation<"things", { id: string }, undefined, object>({
  name: "deleteThing",
  method: "DELETE",
  path: "/things/{id}",
  effect: "delete",
  answer: ["empty"],
});
const provider = { name: "things", auth: { key: { header: "authorization", prefix: "" } }, secrets: [] } as const;
const operations = { getThing, deleteThing };

describe("withResponse", () => {
  it("gives status, headers and request id with the typed data, and no secret", async () => {
    const headers = { "x-request-id": "r-1", "x-remaining": "7", "x-echo": "a c4edential", "x-c4edential": "name" };
    const fetch = async (): Promise<Response> => Response.json({ id: "1" }, { status: 201, headers });
    const client = createClient(provider, { baseUrl: "https://a.test", auth: { key: "c4edential" }, fetch });
    const answer = await withResponse(getThing, client, { id: "1" });
    expectTypeOf(answer.data).toEqualTypeOf<Thing>();
    expect(answer).toEqual({
      data: { id: "1" },
      status: 201,
      headers: {
        "content-type": "application/json",
        "x-request-id": "r-1",
        "x-remaining": "7",
        "x-echo": "a [secret]",
        "x-[secret]": "name",
      },
      requestId: "r-1",
    });
  });

  it("throws what the operation throws, and has no status where nothing came back", async () => {
    const service = testTransport(operations, {
      getThing: status(404),
      deleteThing: [lost.reset, undocumented(410)],
    });
    const client = createClient(provider, { ...service.options, auth: { key: "c4edential" } });
    await expect(withResponse(getThing, client, { id: "1" })).rejects.toMatchObject({ name: "ApiError", status: 404 });
    const gone = await withResponse(deleteThing, client, { id: "1" });
    expect(gone).toEqual({ data: undefined, status: undefined, headers: {}, requestId: undefined });
  });
});
