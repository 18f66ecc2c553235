/** An error as Business Central gives it. */
export function businessCentralError(status: number, code: string, message: string): Response {
  const text = `${message}  CorrelationId:  4b1f1c2e-0000-4000-8000-000000000001.`;
  return Response.json({ error: { code, message: text } }, { status });
}
