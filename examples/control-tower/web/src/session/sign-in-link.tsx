import { useLocation, useSearch } from 'wouter-preact';

/** The way to the provider, and back to what is shown now. */
export function SignInLink({ children }: { readonly children: string }) {
  // Both tell when the address changes; what it is, the browser says as it was written.
  const [path] = useLocation();
  useSearch();
  const to = path === '/not-signed-in' ? '/' : `${location.pathname}${location.search}`;
  return <a href={`/sign-in?${new URLSearchParams({ to })}`}>{children}</a>;
}
