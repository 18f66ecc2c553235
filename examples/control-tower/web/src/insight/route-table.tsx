import type { RouteLine } from '../../../src/insight/cut-over.ts';
import { Scroll } from '../parts/scroll.tsx';
import { share } from './share.ts';

/** Where parts of orders went, and how that ended. */
export function RouteTable({ routes }: { readonly routes: readonly RouteLine[] }) {
  return (
    <Scroll label="Routes">
      <table>
        <thead>
          <tr>
            <th scope="col">ERP</th>
            <th scope="col">Partner</th>
            <th scope="col">Part</th>
            <th scope="col" class="number">
              Taken
            </th>
            <th scope="col" class="number">
              Rejected
            </th>
            <th scope="col" class="number">
              Attempts failed
            </th>
          </tr>
        </thead>
        <tbody>
          {routes.map(({ erp, partner, part, taken, rejected, failed }) => (
            <tr key={JSON.stringify([erp, partner, part])}>
              <td>{erp}</td>
              <td>{partner}</td>
              <td>{part}</td>
              <td class="number">{taken}</td>
              <td class="number">{rejected}</td>
              <td class="number">{`${failed} (${share(failed, taken + rejected + failed)})`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
