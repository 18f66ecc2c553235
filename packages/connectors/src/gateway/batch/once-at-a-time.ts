/** Does a piece of work once however many ask for it at the same time in this process: all of them get its answer. */
export type OnceAtATime = <Answer>(name: string, work: () => Promise<Answer>) => Promise<Answer>;

export function onceAtATime(): OnceAtATime {
  const running = new Map<string, Promise<unknown>>();
  return <Answer>(name: string, work: () => Promise<Answer>) => {
    const known = running.get(name) as Promise<Answer> | undefined;
    if (known !== undefined) return known;
    const begun = work().finally(() => running.delete(name));
    running.set(name, begun);
    return begun;
  };
}
