/** Looks again and again for half a minute; rejects with what did not happen. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 1500; look++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`not within 30 seconds: ${what}`);
}
