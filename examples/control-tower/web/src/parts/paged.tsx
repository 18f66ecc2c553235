import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { Scroll } from './scroll.tsx';

interface PagedProps {
  readonly next: string | undefined;
  readonly path: string;
  /** What the list is asked by; its address leads back to it. */
  readonly asked: URLSearchParams;
  readonly children: ComponentChildren;
}

/** A part of a long list, with the way on and back to its beginning. */
export function Paged({ next, path, asked, children }: PagedProps) {
  const at = (after: string | undefined) => {
    const search = new URLSearchParams(asked);
    search.delete('after');
    if (after !== undefined) search.set('after', after);
    return search.size === 0 ? path : `${path}?${search}`;
  };
  return (
    <>
      <Scroll label="The list">{children}</Scroll>
      <nav aria-label="Parts of the list" class="paged">
        {asked.has('after') ? <Link href={at(undefined)}>To the beginning</Link> : null}
        {next === undefined ? null : <Link href={at(next)}>More</Link>}
      </nav>
    </>
  );
}
