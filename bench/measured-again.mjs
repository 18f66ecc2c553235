/**
 * What a measure gives, with those of its rows that fail measured again, as often as the settings say and
 * each time with two rounds more. The better figure stands: a busy machine makes it worse and never better. A row that
 * could not be measured is not tried again, and one that could not be in a later attempt is kept as such: a wrong answer is wrong.
 */
export async function measuredAgain(measure, context) {
  let outcome = await measure(context);
  let { rounds, retries } = context.settings;
  while (retries-- > 0 && outcome.rows.some((row) => row.fails && row.reason === undefined)) {
    rounds += 2;
    const again = await measure({ ...context, settings: { ...context.settings, rounds } });
    const rows = outcome.rows.map((row, index) => better(row, again.rows[index]));
    outcome = { ...again, rows };
  }
  return outcome;
}

function better(one, other) {
  if (one.reason !== undefined) return one;
  if (other.reason !== undefined) return other;
  const isHigher = one.ratio > other.ratio;
  return isHigher === (one.compare === 'at least') ? one : other;
}
