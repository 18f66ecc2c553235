import { useEffect, useState } from 'preact/hooks';
import { session } from './session/session.ts';

type Hear = (count: number) => void;

/** One connection for all of the page. */
const news: {
  count: number;
  readonly hearers: Set<Hear>;
  source?: EventSource;
  timer?: ReturnType<typeof setTimeout> | undefined;
} = { count: 0, hearers: new Set() };

/** A number that grows when orders have changed, at most twice a second. */
export function useNews(): number {
  const [heard, setHeard] = useState(news.count);
  useEffect(() => {
    news.hearers.add(setHeard);
    news.source ??= listen();
    return () => {
      news.hearers.delete(setHeard);
    };
  }, []);
  return heard;
}

function listen(): EventSource {
  const live = new EventSource('/api/live');
  live.onmessage = soon;
  // After a break the browser connects by itself; what was missed meanwhile is asked for.
  let wasOpen = false;
  live.onopen = () => {
    if (wasOpen) soon();
    wasOpen = true;
  };
  // What is refused is not asked for again by the browser: the session is over, or too many listen.
  live.onerror = () => {
    if (live.readyState !== EventSource.CLOSED) return;
    void session.ask();
    setTimeout(listenAgain, 30_000);
  };
  live.addEventListener('ended', () => {
    live.close();
    session.lost();
  });
  return live;
}

/** Where there is somebody again to listen for. */
function listenAgain(): void {
  if (session.current.state !== 'in' || news.source?.readyState !== EventSource.CLOSED) return;
  news.source = listen();
  soon();
}

function soon(): void {
  news.timer ??= setTimeout(() => {
    news.timer = undefined;
    news.count++;
    for (const hear of news.hearers) hear(news.count);
  }, 500);
}

session.hear(listenAgain);
