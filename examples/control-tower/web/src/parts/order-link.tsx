import { Link } from 'wouter-preact';

/** The address of an order's page. */
export function orderPath(id: string): string {
  return `/order?${new URLSearchParams({ id })}`;
}

/** An order, by the number that its partner gave it. */
export function OrderLink({ id, number }: { readonly id: string; readonly number: string }) {
  return <Link href={orderPath(id)}>{number}</Link>;
}
