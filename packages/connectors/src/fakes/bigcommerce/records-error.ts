const page = 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes';

/** An error as V2 gives it. */
export function ordersError(status: number, message: string): Response {
  return Response.json([{ status, message }], { status });
}

/** An error as V3 and the gateway before both give it. */
export function recordsError(status: number, title: string, errors: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ status, title, type: page, errors }, { status });
}
