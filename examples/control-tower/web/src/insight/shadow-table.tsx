import type { ShadowLine } from '../../../src/insight/cut-over.ts';
import { Scroll } from '../parts/scroll.tsx';

/** What a system that is asked beside another one answers otherwise. */
export function ShadowTable({ shadow }: { readonly shadow: readonly ShadowLine[] }) {
  if (shadow.length === 0)
    return (
      <p>
        No comparison was told. A router with a <code>shadow</code> tells each one to its <code>report</code>; the tower
        keeps what is given to <code>keepShadowReport</code>. Notes do not hold it.
      </p>
    );
  return (
    <Scroll label="Differences of the shadow">
      <table>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Answered by</th>
            <th scope="col">Shadow</th>
            <th scope="col" class="number">
              Compared
            </th>
            <th scope="col">Differs in</th>
          </tr>
        </thead>
        <tbody>
          {shadow.map(({ operation, primary, shadow: other, compared, differences }) => (
            <tr key={JSON.stringify([operation, primary, other])}>
              <td>{operation}</td>
              <td>{primary}</td>
              <td>{other}</td>
              <td class="number">{compared}</td>
              <td>
                {differences.length === 0
                  ? 'nothing'
                  : differences.map(({ path, times }) => (
                      <div key={path}>
                        <code>{path}</code> {times}
                      </div>
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
