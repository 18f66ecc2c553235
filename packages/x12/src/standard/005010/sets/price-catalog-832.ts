// One line per place: segment, requirement, maximum use; a loop is named by its first segment and holds the lines indented below it.
export const structure = `
832 SC Price and sales catalog
BCT M 1
CTP O 100
REF O >1
YNQ O 10
PER O >1
DTM O 10
CTB O 25
CUR O 5
ITD O 2
LDT O >1
SAC O >1
TD1 O >1
TD5 O >1
TD3 O >1
TD4 O >1
FOB O 1
PKG O >1
TXI O >1
AAA O 1
MTX O >1?
PWK O 25?
N1 O loop >1
  N2 O 2
  N3 O 2
  N4 O >1
  REF O 12
  PKG O >1
  PER O >1
  DTM O 10
  MTX O >1?
  SPI O 1?
LM O loop >1
  LQ M >1
N9 O loop >1
  DTM O >1
  MTX O >1?
  PWK O >1?
  EFI O >1?
G93 O loop >1?
  SAC O 1?
  N1 O 1?
  G26 O 1?
LIN O loop >1
  PO1 O 1
  G53 O 1
  SI O >1
  DTM O 10
  REF O >1
  YNQ O 10
  PER O >1
  CRD O >1
  CTB O 25
  PID O 200
  MEA O 40
  PKG O 25
  PO4 O 1
  TD1 O >1
  TD5 O >1
  TD3 O >1
  TD4 O >1
  ITD O 2
  LDT O 1
  SAC O >1
  FOB O 1
  AAA O 1
  TC2 O 2
  TXI O >1
  MTX O >1?
  G55 O 1
  G54 O 1
  CTP O loop >1?
    DTM O 10
    G36 O 1
    LDT O 1
    CUR O 5
    PO4 O 1
    CTB O 5
    REF O >1
    G43 O 9999
    SAC O >1
    G26 O 99
    TXI O >1?
    ITD O 1?
    G40 O loop >1?
      SAC O 1?
      G93 O >1?
    LS O 1?
    LM O loop >1?
      LQ M >1?
    LE O 1?
    LS O 1?
    N1 O loop >1?
      N2 O 2?
      N3 O 2?
      N4 O 2?
    LE O 1?
  N1 O loop >1
    N2 O 2
    N3 O 2
    N4 O 1
    REF O 12
    PER O >1
    DTM O 10
    MTX O >1?
    PKG O >1
    PAL O >1?
    SPI O 1?
  G39 O loop >1
    CTP O 1
  PKL O loop 20
    CTP O 1
    PKG O 2
    G53 O 1?
    DTM O >1?
  LFG O loop 1
    CRC O loop >1
      QTY O 1
  LM O loop >1
    LQ M loop >1?
      REF O >1?
      EFI O 1?
      DTM O >1?
      PID O loop >1?
        MEA O >1?
        MTX O 1?
  SLN O loop >1
    SI O >1
    PID O >1
    DTM O >1
    CTP O >1
    PAM O >1
    PO4 O >1
    PKG O >1
    QTY O >1
    MEA O >1
    SAC O >1
    MTX O >1
    LM O loop >1
      LQ M >1
    N1 O loop >1?
      N2 O 2?
      N3 O 2?
      N4 O >1?
      REF O 12?
      PER O >1?
      DTM O 10?
  N9 O loop >1
    DTM O >1
    MTX O >1?
    PWK O >1?
    EFI O >1?
CTT O 1
`;
