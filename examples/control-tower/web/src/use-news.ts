import { useEffect, useState } from 'preact/hooks';

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
  return live;
}

function soon(): void {
  news.timer ??= setTimeout(() => {
    news.timer = undefined;
    news.count++;
    for (const hear of news.hearers) hear(news.count);
  }, 500);
}
