import { Link } from 'wouter-preact';

interface BarsProps {
  readonly rows: readonly (readonly [name: string, count: number, href?: string])[];
  readonly none: string;
}

/** Names with how often each is, as bars beside one another. */
export function Bars({ rows, none }: BarsProps) {
  const most = Math.max(1, ...rows.map(([, count]) => count));
  if (rows.length === 0) return <p>{none}</p>;
  return (
    <table class="bars">
      <tbody>
        {rows.map(([name, count, href]) => (
          <tr key={name}>
            <th scope="row">{href === undefined ? name : <Link href={href}>{name}</Link>}</th>
            <td>
              <progress value={count} max={most} aria-hidden="true" />
            </td>
            <td class="number">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
