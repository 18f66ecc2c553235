// One line per place: segment, requirement, maximum use; a loop is named by its first segment and holds the lines indented below it.
export const structure = `
852 PD Product activity
XQ M 1
XPO O >1
N9 O >1
PER O 3
N1 O loop 200
  N2 O 1
  N3 O 2
  N4 O 1
  FOB O 1
  TD5 O 1
  DTM O >1
  N9 O >1
  PER O 3
LIN O loop 999999
  CTP O 25
  PO4 O 1
  N9 O >1
  AMT O 10
  PAL O 1
  QTY O 1
  ZA M loop >1
    QTY O 1
    CTP O 25
    SDQ O >1
    G95 O loop 1
      DTM O 2
CTT O 1
`;
