// One line per place: segment, requirement, maximum use; a loop is named by its first segment and holds the lines indented below it.
export const structure = `
856 SH Ship notice
BSN M 1
DTM O 10
HL M tree 200000
  LIN O 1
  SN1 O 1
  SLN O 1000
  PRF O 1
  PO4 O 1
  PID O 200
  MEA O 40
  PWK O 25
  PKG O 25
  TD1 O 20
  TD5 O 12
  TD3 O loop 12?
    AT9 O 1?
  TD4 O 5
  TSD O 1
  REF O >1
  PER O 3
  LH1 O loop 100
    LH2 O 4
    LH3 O 12
    LFH O 20
    LEP O >1
    LH4 O 4?
    LHT O 3
    LHR O 10
    PER O 5
    LHE O 1
  CLD O loop 200
    REF O 200
    DTP O 1
  MAN O >1
  DTM O 10
  FOB O 1
  PAL O 1
  N1 O loop 200
    N2 O 2
    N3 O 2
    N4 O 1
    REF O 12
    PER O 3
    FOB O 1
  SDQ O 50
  ETD O 1
  CUR O 1
  SAC O loop >1
    CUR O 1
  GF O 1
  YNQ O 10
  LM O loop 10
    LQ M 100
  V1 O loop >1
    R4 O >1
    DTM O >1
CTT O 1
`;
