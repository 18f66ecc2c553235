/** A system and its own number of an order in one: numbers of two systems may be equal. */
export const systemNumber = {
  write: (system: string, number: string): string => `${system}/${number}`,
  /** Undefined for a text that has no system in front. */
  read: (text: string): { readonly system: string; readonly number: string } | undefined => {
    const [, system, number] = /^([^/]+)\/(.+)$/s.exec(text) ?? [];
    return system === undefined || number === undefined ? undefined : { system, number };
  },
};
