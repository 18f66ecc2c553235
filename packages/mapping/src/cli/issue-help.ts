/** Where each code has its sentence; docs/site/documentation-address.mjs says the same of the whole site. */
const page = 'https://example.invalid/dist-sdk/reference/issue-codes';

/** Codes whose address is told; who has more kinds of fault begins with these. */
const MOST_TOLD = 5;

/** Lines with the page of each kind of fault, for the end of a report; nothing where nothing is wrong. */
export function issueHelp(issues: Iterable<{ readonly code: string }>): string {
  const codes = [...new Set([...issues].map(({ code }) => code))];
  if (codes.length === 0) return '';
  const lines = codes.slice(0, MOST_TOLD).map((code) => `  ${code}: ${page}#${code}\n`);
  const more = codes.length - lines.length;
  return ['What it means:\n', ...lines, ...(more > 0 ? [`  and ${more} more kinds: ${page}\n`] : [])].join('');
}
