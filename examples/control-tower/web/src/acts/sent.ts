/** What came of something that was sent: its answer, or why there is none. */
export type Sent<Value> =
  | { readonly value: Value; readonly fault?: undefined }
  | { readonly value?: undefined; readonly fault: string };

/** Waits for an answer; what is wrong with it, or with the way there, is a sentence. */
export async function sent<Value>(
  response: Promise<{ readonly ok: boolean; readonly status: number; json(): Promise<unknown> }>,
): Promise<Sent<Value>> {
  try {
    const answer = await response;
    const body = (await answer.json()) as Value & { readonly fault?: string };
    return answer.ok ? { value: body } : { fault: body.fault ?? `The tower answered ${answer.status}.` };
  } catch {
    return { fault: 'The tower cannot be reached. Nothing is known of what was sent: look before you try again.' };
  }
}
