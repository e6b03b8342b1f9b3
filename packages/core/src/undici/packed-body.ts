/** A body in bytes, and the media type that comes with it. */
export interface PackedBody {
  readonly bytes: Uint8Array;
  /** The boundary of a multipart body is in it. */
  readonly contentType?: string | undefined;
}

const encoder = new TextEncoder();

/** A body as bytes, so that its length is known; undefined where there is none. */
export function pack(body: RequestInit["body"]): PackedBody | undefined | Promise<PackedBody> {
  if (body === null || body === undefined) return undefined;
  if (typeof body === "string") return { bytes: encoder.encode(body) };
  return packAny(new Response(body));
}

async function packAny(holder: Response): Promise<PackedBody> {
  const contentType = holder.headers.get("content-type") ?? undefined;
  return { bytes: new Uint8Array(await holder.arrayBuffer()), contentType };
}
