// One line per place: segment, requirement, maximum use; a loop is named by its first segment and holds the lines indented below it.
export const structure = `
810 IN Invoice
BIG M 1
NTE O 100
CUR O 1
REF O 12
YNQ O 10
PER O 3
N1 O loop 200
  N2 O 2
  N3 O 2
  N4 O 1
  REF O 12
  PER O 3
  DMG O 1
ITD O >1
DTM O 10
FOB O 1
PID O 200
MEA O 40
PWK O 25
PKG O 25
L7 O 1
BAL O >1
INC O 1
PAM O >1
CRC O 1?
LM O loop 10
  LQ M 100
N9 O loop >1
  MSG M 10
V1 O loop >1
  R4 O >1
  DTM O >1
FA1 O loop >1
  FA2 M >1
IT1 O loop 200000
  CRC O 1
  QTY O 5
  CUR O 1
  IT3 O 5
  TXI O >1?
  CTP O 25
  PAM O 10
  MEA O 40
  PID O loop 1000
    MEA O 10
  PWK O 25
  PKG O 25
  PO4 O 1
  ITD O 2
  REF O >1
  YNQ O 10
  PER O 5
  SDQ O 500
  DTM O 10
  CAD O >1
  L7 O >1
  SR O 1
  SAC O loop >1?
    TXI O loop >1?
      DTM O 1?
  SLN O loop 1000
    DTM O 1
    REF O >1
    PID O 1000
    SAC O >1?
    TC2 O 2
    TXI O >1?
  N1 O loop 200
    N2 O 2
    N3 O 2
    N4 O 1
    REF O 12
    PER O 3
    DMG O 1
  LM O loop 10
    LQ M 100
  V1 O loop >1
    R4 O >1
    DTM O >1
  FA1 O loop >1
    FA2 M >1
TDS M 1
TXI O >1?
CAD O 1
AMT O >1
SAC O loop >1?
  DTM O >1?
  TXI O loop >1?
    DTM O 1?
ISS O loop >1
  PID O 1
CTT O 1
`;
