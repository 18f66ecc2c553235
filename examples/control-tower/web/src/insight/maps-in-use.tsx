import type { Agreement } from '../../../src/insight/agreement.ts';
import { Scroll } from '../parts/scroll.tsx';

/** By which maps documents are read and made now. */
export function MapsInUse({ agreement }: { readonly agreement: Agreement | undefined }) {
  if (agreement === undefined)
    return <p>The tower was not given this partner's profile, and notes do not say which map read a document.</p>;
  return (
    <>
      <Scroll label="Maps in use">
        <table>
          <thead>
            <tr>
              <th scope="col">Document</th>
              <th scope="col">Map</th>
              <th scope="col">Version</th>
              <th scope="col">Agreement</th>
              <th scope="col">Hash</th>
            </tr>
          </thead>
          <tbody>
            {agreement.maps.map(({ document, map, version, agreed, hash }) => (
              <tr key={document}>
                <th scope="row">{document}</th>
                <td>{map}</td>
                <td>{version}</td>
                <td>{agreed ?? 'the only one'}</td>
                <td>
                  <code title={hash}>{hash.slice(0, 12)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="note">
        {`From the partner's profile as it is now (what it is sent is ${agreement.version}); notes do not say which map read a document. `}
        The hash is that of the map with the partner's overlays.
      </p>
    </>
  );
}
