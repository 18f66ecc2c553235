/**
 * Asks each of some named askers once a round, in turn and every other round in the opposite order, because a machine's speed
 * drifts within a minute: what is compared was measured next to each other. Gives the rounds, each `{ name: answer }`.
 * One that failed is not asked again.
 */
export async function interleaved(askers, rounds) {
  const failed = new Set();
  const answers = [];
  for (let round = 0; round < rounds; round++) {
    const order = Object.entries(askers);
    if (round % 2 === 1) order.reverse();
    const answered = {};
    for (const [name, ask] of order) {
      answered[name] = failed.has(name) ? { fault: 'failed in an earlier round' } : await ask();
      if (answered[name].fault !== undefined) failed.add(name);
    }
    answers.push(answered);
  }
  return answers;
}
