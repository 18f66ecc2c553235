import { useEffect, useState } from 'preact/hooks';
import { useNews } from './use-news.ts';

/** What a page has of its question: the last answer stays while a new one is asked for. */
export interface Answer<Value> {
  readonly value?: Value | undefined;
  /** Why there is none, in a sentence for people. */
  readonly fault?: string | undefined;
}

interface Response {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<unknown>;
}

/** What a response tells when it is well: of the answers of a route, those that are no fault. */
type Told<One> = One extends { json(): Promise<infer Value> } ? Exclude<Value, { readonly fault: string }> : never;

/** Asks the server, again when `key` is another one and whenever orders have changed. */
export function useAnswer<One extends Response>(key: string, ask: () => Promise<One>): Answer<Told<One>> {
  const [answer, setAnswer] = useState<Answer<Told<One>> & { readonly key: string }>({ key });
  const news = useNews();
  useEffect(() => {
    let isWanted = true;
    const take = (next: Answer<Told<One>>) => {
      if (isWanted) setAnswer((before) => ({ key, ...(before.key === key ? { value: before.value } : {}), ...next }));
    };
    ask()
      .then(async (response) => {
        if (response.ok) take({ value: (await response.json()) as Told<One>, fault: undefined });
        else
          take({
            fault: response.status === 404 ? 'There is nothing of that name.' : await faultOf(response),
          });
      })
      .catch(() => take({ fault: 'The tower cannot be reached. It is asked again when it is back.' }));
    return () => {
      isWanted = false;
    };
  }, [key, news]);
  return answer.key === key ? answer : {};
}

/** Who may not ask, or asks too often, is told so by the server. */
async function faultOf(response: Response): Promise<string> {
  const told = [401, 403, 429].includes(response.status) ? await response.json().catch(() => undefined) : undefined;
  return (told as { fault?: string } | undefined)?.fault ?? `The tower answered ${response.status}.`;
}
