/**
 * Shared scenarios that are written and cannot hold yet, by the beginning of their name, with the reason. Each is a test that
 * is skipped and says why; `WAITING=1` runs them all, so that one whose time has come is seen and taken out.
 */
export const waiting: Readonly<Record<string, string>> = {};
