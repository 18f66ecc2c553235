// The segment TA1 (X12.5), the same in every release; its elements have numbers of their own (I12). In the notation of the
// releases. Codes of the note (I18) are open: releases have added some.
export const interchangeAcknowledgmentSegment = `
TA1 Interchange acknowledgment
01 I12 M N0 9/9 Interchange control number
02 I08 M DT 6/6 Interchange date
03 I09 M TM 4/4 Interchange time
04 I17 M ID 1/1 Verdict
05 I18 M ID 3/3 Note
`;
