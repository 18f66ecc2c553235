/** An error as the API gives it: `HttpError` of the description. */
export function httpError(status: number, exceptionMessage: string, exceptionType?: string): Response {
  const error = { message: 'An error has occurred.', exceptionMessage, ...(exceptionType && { exceptionType }) };
  return Response.json(error, { status });
}
