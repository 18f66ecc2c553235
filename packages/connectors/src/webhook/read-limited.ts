/** The bytes of a request, or that they are too many or cut short. No more than the limit and one chunk is ever held. */
export async function readLimited(
  request: Request,
  maximumBytes: number,
): Promise<Uint8Array<ArrayBuffer> | 'too-big' | 'cut-short'> {
  if (Number(request.headers.get('content-length') ?? 0) > maximumBytes) return 'too-big';
  const reader = request.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > maximumBytes) {
        // Not awaited: a body that never ends may also never confirm.
        reader.cancel().catch(() => undefined);
        return 'too-big';
      }
      chunks.push(value);
    }
  } catch {
    return 'cut-short';
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}
