import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';

/** A cookie that scripts do not see and pages elsewhere do not send. */
export interface OwnCookie {
  read(context: Context): string | undefined;
  /** For as many seconds; until the browser ends where absent. */
  write(context: Context, value: string, seconds?: number): void;
  clear(context: Context): void;
}

/** `__Host-` keeps other servers of the same domain from setting it; browsers take that over TLS alone. */
export function ownCookie(name: string, isSecure: boolean): OwnCookie {
  const whole = isSecure ? `__Host-${name}` : name;
  const options: CookieOptions = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure };
  return {
    read: (context) => getCookie(context, whole),
    write: (context, value, seconds) =>
      setCookie(context, whole, value, seconds === undefined ? options : { ...options, maxAge: seconds }),
    clear: (context) => {
      deleteCookie(context, whole, options);
    },
  };
}
