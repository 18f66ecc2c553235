/** An error as the Web API gives it: a message with places, and what stands in them. */
export function commerceError(status: number, message: string, parameters?: object): Response {
  return Response.json(parameters === undefined ? { message } : { message, parameters }, { status });
}
