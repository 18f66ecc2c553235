/** A key that another has just brought too, a version that a stricter isolation saw too old, a deadlock with a stranger. */
const passing: readonly unknown[] = ['23505', '40001', '40P01'];
const mostTries = 10;

/** Runs a statement again that the server has undone for a reason that is gone when it is seen. */
export async function triedAgain<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (!passing.includes(code) || tries === mostTries) throw error;
    }
  }
}
