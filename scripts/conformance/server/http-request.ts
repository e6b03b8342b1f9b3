import type { Socket } from "node:net";
import type { Arrival } from "./script.ts";

const HEAD_END = "\r\n\r\n";

/** Calls back for each complete request on a connection, one after the other. */
export function onRequests(socket: Socket, handle: (request: Arrival) => void): void {
  let pending: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  socket.on("data", (bytes) => {
    pending = Buffer.concat([pending, bytes]);
    for (;;) {
      const headEnd = pending.indexOf(HEAD_END);
      if (headEnd < 0) return;
      const bodyStart = headEnd + HEAD_END.length;
      const [start = "", ...lines] = pending.toString("latin1", 0, headEnd).split("\r\n");
      const headers = Object.fromEntries(lines.map(headerOf));
      const end = bodyStart + Number(headers["content-length"] ?? 0);
      if (pending.length < end) return;
      const [method = "", path = ""] = start.split(" ");
      const request = { method, path, headers, body: pending.toString("utf8", bodyStart, end) };
      pending = pending.subarray(end);
      handle(request);
    }
  });
}

function headerOf(line: string): readonly [string, string] {
  const colon = line.indexOf(":");
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}
