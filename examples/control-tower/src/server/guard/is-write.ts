/** Whether a request may change something: every method but those that only read. */
export function isWrite(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD';
}
