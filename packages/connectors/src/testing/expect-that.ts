/** Throws when a case is not as it should be, saying what came instead. */
export function expectThat(holds: boolean, expected: string, found: unknown): asserts holds {
  if (!holds) throw new Error(`expected ${expected}, found ${JSON.stringify(found)}`);
}

/** The outcome, if its status is the one expected. */
export function expectStatus<Outcome extends { readonly status: string }, Status extends Outcome['status']>(
  outcome: Outcome,
  status: Status,
): Extract<Outcome, { readonly status: Status }> {
  if (!hasStatus(outcome, status)) throw new Error(`expected ${status}, found ${JSON.stringify(outcome)}`);
  return outcome;
}

function hasStatus<Outcome extends { readonly status: string }, Status extends Outcome['status']>(
  outcome: Outcome,
  status: Status,
): outcome is Extract<Outcome, { readonly status: Status }> {
  return outcome.status === status;
}
