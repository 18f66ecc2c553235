/**
 * Whether a record fits Shopify's search syntax, as far as adapters use it: `field:"phrase"`, `field:>="instant"`, ` OR `.
 * As there, a phrase fits a part of the text, whatever its case.
 */
export function matchesSearch(search: string, fields: Readonly<Record<string, string | undefined>>): boolean {
  return search.split(' OR ').some((part) => {
    const terms = [...part.matchAll(/(\w+):(>=)?"((?:\\.|[^"\\])*)"/g)];
    return (
      terms.length > 0 &&
      terms.every(([, field = '', comparator, phrase = '']) => {
        const found = fields[field];
        const wanted = phrase.replace(/\\(.)/g, '$1');
        if (found === undefined) return false;
        if (comparator !== undefined) return Date.parse(found) >= Date.parse(wanted);
        return found.toLowerCase().includes(wanted.toLowerCase());
      })
    );
  });
}
