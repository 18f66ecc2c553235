// One line per place: segment, requirement, maximum use; a loop is named by its first segment and holds the lines indented below it.
export const structure = `
824 AG Application advice
BGN M 1
N1 O loop >1
  N2 O 2
  N3 O 2
  N4 O 1
  REF O 12
  PER O 3
OTI M loop >1
  REF O 12
  DTM O 2
  PER O 3
  AMT O >1
  QTY O >1
  NM1 O 9
  TED O loop >1
    NTE O 100
    RED O 100
  LM O loop >1
    LQ M loop 100
      RED O 100
`;
