/** An error as ShipEngine gives it. */
export function seError(status: number, type: string, code: string, message: string): Response {
  const error = { error_source: 'shipengine', error_type: type, error_code: code, message };
  return Response.json({ request_id: '7b80b28f-80d2-4175-ad99-7c459980539f', errors: [error] }, { status });
}
