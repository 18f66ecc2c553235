import { useSearch } from 'wouter-preact';

/** What the address asks for. Wouter tells when it changes, but decodes it once too often: a number with `%` in it would be another one. */
export function useAsked(): URLSearchParams {
  useSearch();
  return new URLSearchParams(location.search);
}
