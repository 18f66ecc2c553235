import type { Failure } from '@dist/orchestration';

/** What a sender answers when a document does not leave. */
export interface SendFailure {
  readonly failure: Failure;
}

export function sendFailure(errorClass: Failure['class'], code: string, message: string): SendFailure {
  return { failure: { class: errorClass, code, message } };
}

/** A document that cannot be written is for the team that owns the partner's format. */
export function refusedDocument(
  document: string,
  issues: readonly { readonly severity: string; readonly message: string }[],
): SendFailure {
  const first = issues.find((issue) => issue.severity === 'error') ?? issues[0];
  const message = `The ${document} cannot be written: ${first?.message ?? 'no reason given'}`;
  return sendFailure('partnerFormat', 'document-refused', message);
}
