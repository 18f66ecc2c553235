/** What is signed where a text goes before the body: `${id}.${timestamp}.` and the body's bytes. */
export function signedContent(before: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(before);
  const content = new Uint8Array(head.length + body.length);
  content.set(head);
  content.set(body, head.length);
  return content;
}
