/** An error as Oracle's REST framework gives it. */
export function fusionError(status: number, detail: string, code?: string): Response {
  const inner = { detail, ...(code !== undefined && { 'o:errorCode': code }) };
  const body = { title: 'Error', status: String(status), 'o:errorDetails': [inner] };
  return Response.json(body, { status, headers: { 'content-type': 'application/vnd.oracle.adf.error+json' } });
}
