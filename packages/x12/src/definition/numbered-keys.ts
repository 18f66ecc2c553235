/**
 * Makes the keys of one level unique, in their order: a segment that has two places on it is `LS`, then `LS2`, as elements
 * of one name are numbered.
 */
export function numberedKeys(): (key: string) => string {
  const counts = new Map<string, number>();
  return (key) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? key : `${key}${count}`;
  };
}
