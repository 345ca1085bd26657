import { RequestFault } from "./fault.js";

/** How many times the limit is dropped before a client is cut off. */
const PATIENCE = 100;

/**
 * The JSON of a request's body; `undefined` where there is no body. The bytes are counted as they come, whatever
 * the headers say of their number.
 */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, maxBytes);
  if (bytes.length === 0) return undefined;
  checkEncoding(request.headers.get("content-encoding") ?? "identity");
  checkMediaType(request.headers.get("content-type") ?? "");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new RequestFault(400, (texts) => texts.notJson);
  }
}

async function readBytes({ body }: Request, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  while (reader !== undefined) {
    const chunk = await readChunk(reader);
    if (chunk === undefined) break;
    length += chunk.length;
    chunks.push(chunk);
    if (length <= maxBytes) continue;
    void discard(reader, PATIENCE * maxBytes);
    throw new RequestFault(413, (texts) => texts.tooLong(maxBytes));
  }
  return join(chunks, length);
}

/**
 * Drops what comes after the limit, while the answer is on its way: a connection that still holds a body can take no
 * further question, and most clients read no answer before they have sent theirs. Whoever goes on is cut off.
 */
async function discard(reader: ReadableStreamDefaultReader<Uint8Array>, maxBytes: number): Promise<void> {
  try {
    for (let length = 0; length <= maxBytes; ) {
      const { value } = await reader.read();
      if (value === undefined) return;
      length += value.length;
    }
    await reader.cancel();
  } catch {
    // The client has gone, and so has the rest.
  }
}

/** The next bytes; `undefined` at the end. A client that goes away ends a body early. */
async function readChunk(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array | undefined> {
  try {
    return (await reader.read()).value;
  } catch {
    throw new RequestFault(400, (texts) => texts.incomplete);
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function checkEncoding(encoding: string): void {
  if (/^(?:identity)?$/i.test(encoding.trim())) return;
  const headers = { "Accept-Encoding": "identity" };
  throw new RequestFault(415, (texts) => texts.encoding, { headers });
}

function checkMediaType(contentType: string): void {
  const [type, ...parameters] = contentType.split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="));
  const utf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  if (type === "application/json" && utf8) return;
  throw new RequestFault(415, (texts) => texts.mediaType);
}
