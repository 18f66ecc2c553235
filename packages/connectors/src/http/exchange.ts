/** The body of an answer: JSON, a text where one was asked for, nothing, or something that cannot be read and why. */
export type AnswerBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' }
  /** `isCut`: it ended before its time, by the connection or the clock, and says nothing of what the system did. */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly isCut?: true };

/**
 * What came of one request. `notSent`: nothing left this side, so nothing has happened. `lost`: it may have arrived, and
 * no answer came.
 */
export type Exchange =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: Headers; readonly body: AnswerBody }
  | { readonly kind: 'notSent'; readonly reason: string; readonly fault?: 'config' | undefined }
  | { readonly kind: 'lost'; readonly reason: string };
