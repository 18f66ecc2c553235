import type { Examined } from '../read-stream/examined.ts';
import { interchangeHead } from './interchange-head.ts';

/** What `x12 json --lines` prints of what goes by: an object for a set, and for an interchange at its end. */
export function documentLines(file: string, item: Examined): object[] {
  if (item.kind === 'set') {
    const { set, group, interchange, status, document } = item;
    return [
      {
        kind: 'set',
        file,
        interchange: interchange.header.controlNumber,
        group: group.header.controlNumber,
        id: set.type,
        version: group.header.version,
        controlNumber: set.controlNumber,
        status,
        ...(status === 'rejected' ? {} : { document }),
      },
    ];
  }
  if (item.kind !== 'interchange') return [];
  const { groups, retransmission } = item.interchange;
  return [
    {
      kind: 'interchange',
      file,
      ...interchangeHead(item.interchange),
      ...(retransmission ? { retransmission } : {}),
      groups: groups.map(({ header, status, sets }) => ({
        id: header.functionalIdentifier,
        sender: header.sender,
        receiver: header.receiver,
        controlNumber: header.controlNumber,
        version: header.version,
        status,
        sets: sets.map(({ type, controlNumber, status: verdict }) => ({ id: type, controlNumber, status: verdict })),
      })),
    },
  ];
}
