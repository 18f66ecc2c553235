import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { scrolledByKeys } from './scrolled-by-keys.ts';

const ROW = 22;
/** Rows beside the window, so that a key moves the focus to one that is there. */
const BESIDE = 10;

/** A list of any length, of which only the rows in sight are in the page. */
export function WindowList({
  label,
  count,
  row,
  shown,
}: {
  readonly label: string;
  readonly count: number;
  readonly row: (index: number) => ComponentChildren;
  /** The row to scroll to; an object, so that the same one can be asked for again. */
  readonly shown?: { readonly row: number } | undefined;
}) {
  const element = useRef<HTMLElement>(null);
  const [top, setTop] = useState(0);
  useEffect(() => {
    if (shown !== undefined && element.current) element.current.scrollTop = Math.max(0, (shown.row - 3) * ROW);
  }, [shown]);
  const first = Math.max(0, Math.floor(top / ROW) - BESIDE);
  const last = Math.min(count, first + Math.ceil(440 / ROW) + 2 * BESIDE);
  const indices = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
  return (
    <section
      class="window"
      ref={element}
      aria-label={`${label}, ${count} rows`}
      {...scrolledByKeys}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
    >
      <div style={{ height: `${count * ROW}px` }}>
        <div class="rows" style={{ transform: `translateY(${first * ROW}px)` }}>
          {indices.map((index) => (
            <div class="row" key={index}>
              {row(index)}
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}
