/**
 * Where a sign-in leads back to: a path of the tower itself, whatever the address says; `/` for everything else. Browsers read
 * `//elsewhere` and `/\elsewhere` as another server, and leave out tabs and line breaks.
 */
export function returnPath(asked: string | undefined): string {
  if (asked === undefined || asked.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(asked)) return '/';
  const { origin, pathname, search } = new URL(asked, 'http://tower.invalid');
  const isPage = origin === 'http://tower.invalid' && !/^\/(\/|api(\/|$)|sign-)/.test(pathname);
  return isPage ? `${pathname}${search}` : '/';
}
