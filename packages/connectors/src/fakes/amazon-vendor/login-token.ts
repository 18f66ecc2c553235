/** What Login with Amazon answers to the form of a refresh token. */
export function loginToken(session: number, body: string): Response {
  const form = new URLSearchParams(body);
  const isWhole = ['client_id', 'client_secret', 'refresh_token'].every((name) => (form.get(name) ?? '') !== '');
  if (form.get('grant_type') !== 'refresh_token' || !isWhole) {
    const error_description = 'The request is missing a required parameter';
    return Response.json({ error: 'invalid_request', error_description }, { status: 400 });
  }
  return Response.json({ access_token: `Atza|${session}`, token_type: 'bearer', expires_in: 3600 });
}
