import type { InterchangeHeader, InterchangeParty } from '../envelope/interchange.ts';

/** Whether both parties of an interchange can be written, as those of an answer are: without them there is none. */
export function isAnswerable({ sender, receiver }: Pick<InterchangeHeader, 'sender' | 'receiver'>): boolean {
  return isWritable(sender) && isWritable(receiver);
}

const isWritable = ({ qualifier, id }: InterchangeParty): boolean =>
  /^[ -~]{2}$/.test(qualifier) && qualifier.trim() !== '' && /^[ -~]{1,15}$/.test(id) && id.trim() !== '';
