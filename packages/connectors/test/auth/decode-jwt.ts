/** The claims of a token, unchecked. */
export function decodeJwt(token: string): unknown {
  return part(token, 1);
}

/** The header of a token, unchecked. */
export function decodeProtectedHeader(token: string): unknown {
  return part(token, 0);
}

function part(token: string, at: number): unknown {
  return JSON.parse(Buffer.from(token.split('.')[at] ?? '', 'base64url').toString());
}
