/** An error as SAP Gateway gives it in JSON. */
export function gatewayError(
  status: number,
  code: string,
  message: string,
  headers?: Record<string, string>,
): Response {
  const error = { code, message: { lang: 'en', value: message }, innererror: { errordetails: [] } };
  return Response.json({ error }, { status, ...(headers && { headers }) });
}
