// One line per place: segment, requirement, maximum use; a loop is named by its first segment and holds the lines indented below it.
export const structure = `
820 RA Payment order or remittance advice
BPR M 1
NTE O >1
TRN O 1
CUR O 1
REF O >1
DTM O >1
N1 O loop >1
  N2 O >1
  N3 O >1
  N4 O 1
  REF O >1
  PER O >1
  RDM O 1
  DTM O 1
ENT O loop >1
  NM1 O loop >1
    N2 O >1
    N3 O >1
    N4 O 1
    REF O >1
    PER O >1
  ADX O loop >1
    NTE O >1
    PER O >1
    DTM O 1
    REF O loop >1
      DTM O >1
    IT1 O loop >1
      REF O loop >1
        DTM O 1
      SAC O loop >1
        TXI O >1
      SLN O loop >1
        REF O loop >1
          DTM O >1
        SAC O loop >1
          TXI O >1
  RMR O loop >1
    NTE O >1
    REF O >1
    DTM O >1
    IT1 O loop >1
      REF O loop >1
        DTM O 1
      SAC O loop >1
        TXI O >1
      SLN O loop >1
        REF O loop >1
          DTM O >1
        SAC O loop >1
          TXI O >1
    ADX O loop >1
      NTE O >1
      PER O >1
      REF O loop >1
        DTM O >1
      IT1 O loop >1
        REF O loop >1
          DTM O 1
        SAC O loop >1
          TXI O >1
        SLN O loop >1
          REF O loop >1
            DTM O >1
          SAC O loop >1
            TXI O >1
TXP O loop >1
  TXI O >1
DED O loop >1
LX O loop >1
  REF O >1
  TRN O >1
  NM1 O loop >1
    REF O >1
    G53 O 1
    AIN O loop >1
      QTY O >1
      DTP O >1
    PEN O loop >1
      AMT O >1
      DTP O >1
      INV O loop >1
        DTP O >1
N9 O loop 1
  AMT O loop >1
    REF O >1
  N1 O loop >1
    REF O >1
    EMS O loop >1
      ATN O >1
      AIN O >1
      PYD O >1
RYL O loop >1
  NM1 O loop >1
    LOC O loop >1
      PID O loop >1
        DTM O 1
        PCT O loop >1
          QTY O 1
          AMT O loop >1
            ADX O >1
    ASM O loop 1
      ADX O 1
`;
