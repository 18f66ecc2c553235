/** An error as the Selling Partner API gives it. */
export function amazonRefusal(status: number, code: string, message: string, details = ''): Response {
  return Response.json({ errors: [{ code, message, details }] }, { status });
}
