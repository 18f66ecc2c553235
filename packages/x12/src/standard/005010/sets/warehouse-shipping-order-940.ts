// One line per place: segment, requirement, maximum use; a loop is named by its first segment and holds the lines indented below it.
export const structure = `
940 OW Warehouse shipping order
W05 M 1
N1 O loop 10
  N2 O 2
  N3 O 2
  N4 O 1
  PER O 5
N9 O 10
G61 O 3
G62 O 10
NTE O >1
W09 O 1
W66 O 1
W6 O 5?
R2 O 13
BNX O 1
TD3 O loop 1?
  AT9 O 1?
LM O loop 10
  LQ M 100
LX O loop >1
  MAN O >1
  SDQ O >1
  N1 O 1
  G62 O 10
  N9 O >1?
  W01 O loop >1
    G69 O 5
    N9 O 200
    NTE O >1
    W20 O 3
    QTY O 10
    AMT O >1?
    G62 O 10
    G66 O 1
    N1 O loop >1?
      N2 O 1?
      N3 O 1?
      N4 O 1?
      PER O 5?
    LH2 O 6
    LHR O 1
    LH6 O 5
    LM O loop 10
      LQ M 100
    LS O 1
    LX O loop >1
      N9 O >1
      G62 O 10
      N1 O 1
      SDQ O >1
      LM O loop 10
        LQ M 100
      LH1 O loop >1
        LH2 O 4
        LH3 O 10
        LFH O 20
        LEP O 3
        LH4 O 1
        LHT O 3
        LHR O 5
        PER O 5
    LE O 1
    FA1 O loop >1
      FA2 M >1
W76 O 1
`;
