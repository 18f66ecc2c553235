/** So many event streams one user may have open at once: as many as pages that somebody looks at. */
const mostStreams = 8;

/** Counts what each user listens to. */
export interface StreamsOfUsers {
  /** Takes a place; answers what gives it back, or `undefined` where the user has as many as there may be. */
  enter(user: string): (() => void) | undefined;
}

export function streamsOfUsers(most = mostStreams): StreamsOfUsers {
  const open = new Map<string, number>();
  return {
    enter(user) {
      const count = open.get(user) ?? 0;
      if (count >= most) return undefined;
      open.set(user, count + 1);
      return () => {
        const left = (open.get(user) ?? 1) - 1;
        if (left === 0) open.delete(user);
        else open.set(user, left);
      };
    },
  };
}
