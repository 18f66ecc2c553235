import type { Definition } from '../definition/definition.ts';
import type { ReceivedGroup, ReceivedInterchange, ReceivedSet, Status } from '../received.ts';

/** What an acknowledgment needs to know of a transaction set; of its segments, ST and those with an issue. */
export interface AcknowledgedSet extends Pick<ReceivedSet, 'type' | 'controlNumber' | 'issues' | 'segments'> {
  readonly status: Status;
  readonly definition?: Definition | undefined;
}

/** What an acknowledgment needs to know of a functional group. */
export interface AcknowledgedGroup extends Pick<ReceivedGroup, 'header' | 'issues' | 'status'> {
  readonly sets: readonly AcknowledgedSet[];
}

/** What an acknowledgment needs to know of an interchange: less than `read` says of it, for whoever keeps no documents. */
export interface AcknowledgedInterchange
  extends Pick<
    ReceivedInterchange,
    'header' | 'delimiters' | 'issues' | 'acknowledgments' | 'status' | 'retransmission'
  > {
  readonly groups: readonly AcknowledgedGroup[];
}
