import { csv } from './csv.ts';
import type { Outcomes } from './outcomes.ts';

/** The figures of the page, one a row: what it is, of what, the number, and its unit. */
export function outcomesCsv(found: Outcomes): string {
  const { days, times, ended, touchless, onTime, breachCost, deductions, stock, onboarded } = found;
  return csv([
    ['figure', 'of', 'value', 'unit'],
    ['period', 'first day', days[0] ?? '', 'day in UTC'],
    ['period', 'last day', days.at(-1) ?? '', 'day in UTC'],
    ...times.flatMap(({ what, orders, median, p90 }) => [
      [what, 'orders', orders, 'orders'],
      [what, 'median, at most', median ?? '', 'hours'],
      [what, 'p90, at most', p90 ?? '', 'hours'],
    ]),
    ...days.flatMap((day, index) => [
      ['ended', day, ended[index] ?? 0, 'orders'],
      ['touchless', day, touchless[index] ?? 0, 'orders'],
    ]),
    ...onTime.flatMap(({ document, met, missed }) => [
      ['deadline met', document, met, 'deadlines'],
      ['deadline missed', document, missed, 'deadlines'],
    ]),
    ...breachCost.map(({ currency, amount }) => ['breach cost', '', amount, currency]),
    ['deductions decided', '', deductions, 'deductions'],
    ...Object.entries(stock).map(([how, orders]) => ['goods left', how, orders, 'orders']),
    ...onboarded.map(({ partner, days: took }) => ['onboarding', partner, took, 'days']),
  ]);
}
