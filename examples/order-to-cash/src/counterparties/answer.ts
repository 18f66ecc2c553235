/** What a request is answered with; `silent` closes the connection instead, when the time to answer has come. */
export interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly silent?: boolean | undefined;
}

/** An error as both endpoints state it. */
export function refusal(status: number, code: string, message: string, headers?: Record<string, string>): Answer {
  return { status, body: { error: { code, message } }, headers };
}
