// One line per place: segment, requirement, maximum use; a loop is named by its first segment and holds the lines indented below it.
export const structure = `
846 IB Inventory inquiry or advice
BIA M 1
CUR O 1
DTM O 10
REF O 12
PER O 3
MEA O 20
N1 O loop 5
  N2 O 2
  N3 O 2
  N4 O 1
  REF O 12
  PER O 3
LM O loop 10
  LQ M 100
LIN M loop 10000
  PID O 200
  MEA O 40
  PKG O 25
  DTM O 10
  CTP O 25
  CUR O 1
  SAC O 25
  REF O >1
  PER O 3
  SDQ O 500
  MAN O 1
  UIT O 5
  CS O 1
  DD O >1
  G53 O 1
  PCT O >1
  LDT O 12
  LM O loop 10
    LQ M 100
  SLN O loop 1000
    PID O 200
    MEA O 40
    PKG O 25
    MAN O loop 100
      MEA O 40
  QTY O loop 99
    UIT O 12
    MEA O 25
    LDT O 12
    DTM O 10
    SCH O loop 25
      MEA O 25
    LM O loop >1
      LQ M 100
    LS O 1
    REF O loop >1
      DTM O >1
      N1 O 1
      LM O loop 10
        LQ M 100
    LE O 1
  N1 O loop 200
    N2 O 2
    N3 O 2
    N4 O 1
    REF O 12
    PER O 3
CTT O 1
`;
