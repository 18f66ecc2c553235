import type { TargetedKeyboardEvent } from 'preact';
import { type Tab, tabs } from './settings.ts';

const names: Readonly<Record<Tab, string>> = {
  issues: 'Issues',
  text: 'Text',
  tree: 'Tree',
  json: 'Document',
  canonical: 'Canonical',
  answer: 'Acknowledgment',
};

/** The views; the arrow keys go from one to the next. */
export function TabList({ tab, choose }: { tab: Tab; choose: (tab: Tab) => void }) {
  const move = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length] as Tab;
    choose(next);
    document.getElementById(`playground-tab-${next}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="Views">
      {tabs.map((name) => (
        <button
          type="button"
          key={name}
          id={`playground-tab-${name}`}
          role="tab"
          aria-selected={name === tab}
          aria-controls="playground-panel"
          tabIndex={name === tab ? 0 : -1}
          onClick={() => choose(name)}
          onKeyDown={move}
        >
          {names[name]}
        </button>
      ))}
    </div>
  );
}
