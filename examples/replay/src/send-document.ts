import type { EffectOf } from '@dist/orchestration';
import type { Outcome, PerformContext, Performer } from '@dist/orchestration/runtime';

/**
 * Sends a document to the partner's endpoint. A refusal is a failure with a class that says who has to act: what the endpoint does not
 * let in is of no use to try again (`configuration`), a server that is away is (`transport`), and both say what the partner said.
 */
export function sendDocument(url: string): Performer<EffectOf<'document.send'>> {
  return async ({ body }, { key, signal }: PerformContext): Promise<Outcome> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body.content),
      signal,
    });
    const said = await response.text();
    if (response.ok) return {};
    const isTheirs = response.status >= 500 || response.status === 429;
    const message = `The partner's endpoint answered ${response.status}: ${said}`;
    return { failure: { class: isTheirs ? 'transport' : 'configuration', code: `http-${response.status}`, message } };
  };
}
