/** Calls back when this turn of the event loop has ended, with all that follows from what it has answered. */
export function afterTurn(work: () => void): void {
  // Where it is missing a timer does the same, a millisecond later.
  const { setImmediate: soon } = globalThis;
  if (typeof soon === 'function') soon(work);
  else setTimeout(work, 0);
}
