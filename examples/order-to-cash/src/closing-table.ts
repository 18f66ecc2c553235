import type { Output } from './console-output.ts';
import type { OrderReport } from './report.ts';

const headings = ['order', 'partner', 'ERP number', 'phase', 'documents sent', 'waits for'];

/** One row for each order, as wide as the terminal. */
export function closingTable(orders: readonly OrderReport[], output: Output): void {
  const rows = orders.map(toRow);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const narrow = widths.map((width, column) => Math.min(width, column === 2 ? 27 : column === 4 ? 34 : width));
  const rest = output.width - narrow.slice(0, 5).reduce((sum, width) => sum + width + 2, 0);
  narrow[5] = Math.max(24, rest);
  output.line();
  output.line(output.style('bold', lineOf(headings, narrow)));
  for (const row of rows) output.line(lineOf(row, narrow));
}

function toRow({ order, partner, erpOrders, phase, documents, waitingFor }: OrderReport): string[] {
  const sent = new Map<string, number>();
  for (const { type } of documents) sent.set(type, (sent.get(type) ?? 0) + 1);
  const list = [...sent].map(([type, count]) => (count === 1 ? type : `${count} × ${type}`)).join(', ');
  return [order, partner, erpOrders.map(({ number }) => number).join(' '), phase, list, waitingFor ?? '–'];
}

function lineOf(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, column) => fit(cell, widths[column] ?? 0))
    .join('  ')
    .trimEnd();
}

function fit(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}
