/** Asks as a browser does: it keeps cookies by server, and follows what leads on. */
export interface TestBrowser {
  /** Cookies as `server name`, with their values; they can be set as an attacker would. */
  readonly cookies: Map<string, string>;
  /** One request; it does not follow. */
  ask(address: string, request?: RequestInit): Promise<Response>;
  /** Follows until an answer leads nowhere else, and tells where that was. */
  follow(address: string): Promise<{ readonly at: URL; readonly answer: Response }>;
}

/** `fetchFrom` answers for the tower; every other server is asked over the network. */
export function testBrowser(tower: string, fetchFrom: (request: Request) => Response | Promise<Response>): TestBrowser {
  const cookies = new Map<string, string>();
  const ask = async (address: string, request: RequestInit = {}) => {
    const { origin, host } = new URL(address);
    const headers = new Headers(request.headers);
    const kept = [...cookies].flatMap(([key, value]) => {
      const [of, name] = key.split(' ');
      return of === host ? [`${name}=${value}`] : [];
    });
    if (kept.length > 0) headers.set('Cookie', kept.join('; '));
    const asked = new Request(address, { ...request, headers, redirect: 'manual' });
    const answer = await (origin === tower ? fetchFrom(asked) : fetch(asked));
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(set)) cookies.delete(`${host} ${name}`);
      else cookies.set(`${host} ${name}`, value);
    }
    return answer;
  };
  return {
    cookies,
    ask,
    async follow(address) {
      let at = new URL(address);
      for (let times = 0; times < 20; times++) {
        const answer = await ask(at.href);
        const next = answer.headers.get('Location');
        if (next === null) return { at, answer };
        at = new URL(next, at);
      }
      throw new Error(`It leads on and on: ${at.href}`);
    },
  };
}
