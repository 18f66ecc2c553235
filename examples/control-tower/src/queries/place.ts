/** Where a page of a list ends, as a text for an address; `undefined` where a text is none. */
export const place = {
  write: (values: readonly string[]): string => encodeURIComponent(JSON.stringify(values)),
  read: (text: string | undefined, length: number): readonly string[] | undefined => {
    if (text === undefined || text.length > 2000) return undefined;
    try {
      const values: unknown = JSON.parse(decodeURIComponent(text));
      const isPlace =
        Array.isArray(values) && values.length === length && values.every((one) => typeof one === 'string');
      return isPlace ? values : undefined;
    } catch {
      return undefined;
    }
  },
};
