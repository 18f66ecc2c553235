/** An error as NetSuite's REST web services give it. */
export function nsError(status: number, code: string, detail: string): Response {
  const type = 'https://www.rfc-editor.org/rfc/rfc9110.html';
  const error = { type, title: 'Error', status, 'o:errorDetails': [{ detail, 'o:errorCode': code }] };
  return Response.json(error, {
    status,
    headers: { 'content-type': 'application/vnd.oracle.resource+json; type=error' },
  });
}
