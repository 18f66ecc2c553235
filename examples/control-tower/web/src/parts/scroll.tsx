import type { ComponentChildren } from 'preact';

/** What is wider than a narrow screen: it scrolls by itself, with the keyboard too. */
export function Scroll({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it, who has no pointer cannot scroll.
    <section class="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
