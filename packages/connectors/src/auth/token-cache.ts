/**
 * Where tokens and sessions are kept between calls. In a serverless function it is the user's own store, so that not
 * every invocation fetches a token. What it holds are secrets.
 */
export interface TokenCache {
  get(key: string): Promise<string | undefined> | string | undefined;
  /** `expiresAt` in milliseconds since 1970; afterwards the value is of no use. */
  set(key: string, value: string, expiresAt: number): Promise<void> | void;
  delete(key: string): Promise<void> | void;
}

/** A cache in memory, for one process. */
export function memoryTokenCache(): TokenCache {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key),
    set: (key, value) => {
      values.set(key, value);
    },
    delete: (key) => {
      values.delete(key);
    },
  };
}
