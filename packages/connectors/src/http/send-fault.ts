import type { Exchange } from './exchange.ts';

/**
 * What a failed `fetch` means. Only the platform's code for "no connection was made" proves that nothing was sent; any
 * other error, and an error without a code as browsers give it, may have come after the request had arrived.
 */
export function sendFault(error: unknown): Exchange {
  const codes = codesOf(error);
  const [code] = codes;
  const detail = code === undefined ? '' : ` (${code})`;
  if (codes.length === 0 || !codes.every((name) => notConnected.has(name) || notTrusted.test(name))) {
    return { kind: 'lost', reason: `the connection broke${detail}` };
  }
  const trusted = codes.every((name) => notConnected.has(name));
  if (trusted) return { kind: 'notSent', reason: `no connection could be made${detail}` };
  return { kind: 'notSent', reason: `the certificate is not trusted${detail}`, fault: 'config' };
}

const notConnected: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH connect',
  'ENETUNREACH connect',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Codes of TLS before any request is sent. */
const notTrusted = /^(?:CERT_|ERR_TLS_CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** The codes behind an error: its cause's, or those of every address that was tried. */
function codesOf(error: unknown): readonly string[] {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof AggregateError && cause.errors.length > 0) {
    const codes = cause.errors.map(codeOf);
    return codes.every((code) => code !== undefined) ? codes : [];
  }
  const code = codeOf(cause);
  return code === undefined ? [] : [code];
}

function codeOf(error: unknown): string | undefined {
  const named = typeof error === 'object' && error !== null && 'code' in error;
  // A connection that stands may end by these too: only where it was being made was nothing sent.
  if (named && /^E(?:HOST|NET)UNREACH$/.test(String(error.code)) && 'syscall' in error && error.syscall === 'connect')
    return `${error.code} connect`;
  return named && typeof error.code === 'string' && /^[A-Z_0-9]{1,60}$/.test(error.code) ? error.code : undefined;
}
