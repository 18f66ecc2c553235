/** Where the first reading of a list begins: a minute before the run, so that clocks may differ. */
export function lookBack(): string {
  return new Date(Date.now() - 60_000).toISOString();
}
