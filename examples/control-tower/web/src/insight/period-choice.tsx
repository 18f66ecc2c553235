import { Link } from 'wouter-preact';

/** Periods that can be chosen, in days. */
const periods = ['7', '30', '90'] as const;
export type Period = (typeof periods)[number];

/** The period that an address asks for; 30 days when it asks for none. */
export function periodIn(asked: URLSearchParams): Period {
  return periods.find((days) => days === asked.get('days')) ?? '30';
}

/** How far back a page looks; its address keeps it. */
export function PeriodChoice({ path, asked }: { readonly path: string; readonly asked: URLSearchParams }) {
  const chosen = periodIn(asked);
  const at = (days: Period) => {
    const search = new URLSearchParams(asked);
    search.set('days', days);
    return `${path}?${search}`;
  };
  return (
    <nav aria-label="Period" class="period">
      {periods.map((days) => (
        <Link key={days} href={at(days)} aria-current={days === chosen ? 'true' : undefined}>
          {days} days
        </Link>
      ))}
      <span>Days are in UTC.</span>
    </nav>
  );
}
