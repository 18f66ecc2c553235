/** What scrolls can be focused: who has no pointer cannot scroll it otherwise. */
export const scrolledByKeys = { tabIndex: 0 } as const;
