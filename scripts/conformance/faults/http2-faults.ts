import { constants } from "node:http2";
import { halfOf, JSON_TYPE } from "../server/exchange.ts";
import type { Http2Exchange } from "../server/http2-exchange.ts";
import { WIRES, wireFacts } from "../server/wire.ts";
import type { EndpointFault, Http2Fault } from "./fault.ts";

/** The names of the codes of RFC 9113 with which a stream can be reset. */
const CODES: readonly (readonly [code: number, name: string])[] = [
  [constants.NGHTTP2_NO_ERROR, "no-error"],
  [constants.NGHTTP2_PROTOCOL_ERROR, "protocol-error"],
  [constants.NGHTTP2_INTERNAL_ERROR, "internal-error"],
  [constants.NGHTTP2_FLOW_CONTROL_ERROR, "flow-control-error"],
  [constants.NGHTTP2_SETTINGS_TIMEOUT, "settings-timeout"],
  [constants.NGHTTP2_STREAM_CLOSED, "stream-closed"],
  [constants.NGHTTP2_FRAME_SIZE_ERROR, "frame-size-error"],
  [constants.NGHTTP2_CANCEL, "cancel"],
  [constants.NGHTTP2_COMPRESSION_ERROR, "compression-error"],
  [constants.NGHTTP2_CONNECT_ERROR, "connect-error"],
  [constants.NGHTTP2_ENHANCE_YOUR_CALM, "enhance-your-calm"],
  [constants.NGHTTP2_INADEQUATE_SECURITY, "inadequate-security"],
  [constants.NGHTTP2_HTTP_1_1_REQUIRED, "http-1-1-required"],
  [99, "unknown-code"],
];

/** Resets of the request's stream. */
const resets: readonly Http2Fault[] = [
  {
    name: "h2-refused-stream",
    about: "The stream is reset with REFUSED_STREAM, which says that the request was not processed.",
    commits: false,
    strikeStream: ({ stream }) => stream.close(constants.NGHTTP2_REFUSED_STREAM),
  },
  {
    name: "h2-refused-stream-untrue",
    about: "The request takes effect, but the stream is reset with REFUSED_STREAM.",
    commits: true,
    strikeStream: ({ stream }) => stream.close(constants.NGHTTP2_REFUSED_STREAM),
  },
  ...CODES.map(
    ([code, name]): Http2Fault => ({
      name: `h2-reset-${name}`,
      about: `The stream is reset with ${code === 99 ? "an unknown code" : name.replaceAll("-", "_").toUpperCase()}.`,
      commits: true,
      strikeStream: ({ stream }) => stream.close(code),
    }),
  ),
  ...[constants.NGHTTP2_INTERNAL_ERROR, constants.NGHTTP2_CANCEL, constants.NGHTTP2_NO_ERROR].map(
    (code): Http2Fault => {
      const name = CODES.find(([known]) => known === code)?.[1] ?? "";
      return {
        name: `h2-reset-inside-body-${name}`,
        about: `The stream is reset with ${name.replaceAll("-", "_").toUpperCase()} inside the body of the response.`,
        commits: true,
        strikeStream: async (exchange) => {
          await sendHalf(exchange);
          exchange.stream.close(code);
        },
      };
    },
  ),
];

/** A session that goes away. */
const goaways: readonly Http2Fault[] = [
  {
    name: "h2-goaway-unprocessed",
    about: "A graceful GOAWAY says that the request was not processed, and the session ends.",
    commits: false,
    warm: true,
    strikeStream: (exchange) => goAway(exchange, constants.NGHTTP2_NO_ERROR, false),
  },
  {
    name: "h2-goaway-unprocessed-untrue",
    about: "The request takes effect, but a graceful GOAWAY says that it did not, and the session ends.",
    commits: true,
    warm: true,
    strikeStream: (exchange) => goAway(exchange, constants.NGHTTP2_NO_ERROR, false),
  },
  {
    name: "h2-goaway-processed",
    about: "The request takes effect, a graceful GOAWAY says so, and the session ends without a response.",
    commits: true,
    strikeStream: (exchange) => goAway(exchange, constants.NGHTTP2_NO_ERROR, true),
  },
  {
    name: "h2-goaway-error",
    about: "The request takes effect, and a GOAWAY with INTERNAL_ERROR ends the session.",
    commits: true,
    strikeStream: (exchange) => goAway(exchange, constants.NGHTTP2_INTERNAL_ERROR, true),
  },
  {
    name: "h2-goaway-calm",
    about: "A GOAWAY with ENHANCE_YOUR_CALM says that the request was not processed, and the session ends.",
    commits: false,
    strikeStream: (exchange) => goAway(exchange, constants.NGHTTP2_ENHANCE_YOUR_CALM, false),
  },
  {
    name: "h2-goaway-inside-body",
    about: "A graceful GOAWAY arrives inside the body of the response, which then comes to its end.",
    commits: true,
    strikeStream: async (exchange) => {
      const { stream, answer } = exchange;
      await sendHalf(exchange);
      stream.session?.goaway(constants.NGHTTP2_NO_ERROR, stream.id ?? 0);
      stream.end(answer.body?.slice(halfOf(answer).length));
    },
  },
  {
    name: "h2-closed-while-idle",
    about: "A session that was used before is closed when the next request arrives on it.",
    commits: false,
    warm: true,
    strikeStream: ({ connection }) => void connection.end(),
  },
];

/** A connection that breaks under the session. */
const connections: readonly Http2Fault[] = [
  {
    name: "h2-connection-reset-before-commit",
    about: "The request is read, and the connection is reset.",
    commits: false,
    strikeStream: ({ connection }) => void connection.resetAndDestroy(),
  },
  {
    name: "h2-connection-reset",
    about: "The request takes effect, and the connection is reset.",
    commits: true,
    strikeStream: ({ connection }) => void connection.resetAndDestroy(),
  },
  {
    name: "h2-connection-closed",
    about: "The request takes effect, and the connection is closed silently.",
    commits: true,
    strikeStream: ({ connection }) => void connection.end(),
  },
  {
    name: "h2-connection-reset-inside-body",
    about: "The connection is reset inside the body of the response.",
    commits: true,
    strikeStream: async (exchange) => {
      await sendHalf(exchange);
      exchange.connection.resetAndDestroy();
    },
  },
  {
    name: "h2-plain-bytes-inside-body",
    about: "Five plain bytes arrive inside the body of the response.",
    commits: true,
    strikeStream: async (exchange) => {
      await sendHalf(exchange);
      exchange.connection.write("hello");
    },
  },
  {
    name: "h2-plain-bytes",
    about: "The request takes effect, and five plain bytes arrive instead of a TLS record.",
    commits: true,
    strikeStream: ({ connection }) => void connection.write("hello"),
  },
  {
    name: "h2-wrong-version",
    about: "The request takes effect, and a TLS record of an unknown version arrives.",
    commits: true,
    strikeStream: ({ connection }) => void connection.write(Buffer.from([0x17, 2, 0, 0, 5, 1, 2, 3, 4, 5])),
  },
  {
    name: "h2-broken-record",
    about: "The request takes effect, and a TLS record arrives that cannot be decrypted.",
    commits: true,
    strikeStream: ({ connection }) => void connection.write(Buffer.from([0x17, 3, 3, 0, 30, ...Array(30).fill(7)])),
  },
  {
    name: "h2-stall-before-headers",
    about: "The request takes effect, and no response ever starts.",
    commits: true,
    hangs: true,
    strikeStream: () => {},
  },
  {
    name: "h2-stall-inside-body",
    about: "The response stops inside its body, and the stream stays open.",
    commits: true,
    hangs: true,
    strikeStream: (exchange) => sendHalf(exchange),
  },
];

const HTTP2 = WIRES.filter((wire) => wireFacts(wire).protocol === "h2");

/** Faults of HTTP/2. */
export const http2Faults: readonly (Http2Fault | EndpointFault)[] = [
  ...resets,
  ...goaways,
  ...connections,
  {
    name: "h2-window-closed",
    about: "The server's flow control lets no byte of a body through, and no response ever starts.",
    commits: false,
    hangs: true,
    endpoint: "no-window",
    over: HTTP2,
  },
  {
    name: "h2-reset-inside-request",
    about: "The stream is reset with CANCEL after the headers of the request, before any of its body.",
    commits: false,
    endpoint: "reset-on-headers",
    over: HTTP2,
  },
];

/** Waits until the client has read all earlier frames, or has ended the session. */
const untilRead = ({ stream: { session } }: Http2Exchange): Promise<void> =>
  new Promise((resolve) => {
    if (session === undefined || session.destroyed) return resolve();
    session.once("close", resolve);
    session.ping(() => resolve());
  });

/** Tells the client which streams were processed, and ends the session after the client has read this. */
async function goAway(exchange: Http2Exchange, code: number, processed: boolean): Promise<void> {
  const { stream, connection } = exchange;
  stream.session?.goaway(code, processed ? (stream.id ?? 0) : Math.max(0, (stream.id ?? 0) - 2));
  await untilRead(exchange);
  connection.end();
}

/** Sends the headers of the whole response and half of its body, and waits until they are read. */
async function sendHalf(exchange: Http2Exchange): Promise<void> {
  const { stream, answer } = exchange;
  stream.respond({ ":status": 200, ...JSON_TYPE });
  stream.write(halfOf(answer));
  await untilRead(exchange);
}
