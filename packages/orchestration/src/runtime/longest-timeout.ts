/** Most milliseconds that a timer of the platform waits, 24.8 days: with more it fires at once. */
export const longestTimeout = 2 ** 31 - 1;
