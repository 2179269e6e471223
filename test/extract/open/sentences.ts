/** Sentences with the trees that a parser should give them, for the tests of clauses and views. */
export const sentences: Readonly<Record<string, string>> = {
  'The harbourmaster moved the old boat to the northern quay on Monday .': `
    The the DET DT 2 det
    harbourmaster harbourmaster NOUN NN 3 nsubj
    moved move VERB VBD 0 root
    the the DET DT 6 det
    old old ADJ JJ 6 amod
    boat boat NOUN NN 3 obj
    to to ADP IN 10 case
    the the DET DT 10 det
    northern northern ADJ JJ 10 amod
    quay quay NOUN NN 3 obl
    on on ADP IN 12 case
    Monday Monday PROPN NNP 3 obl
    . . PUNCT . 3 punct`,
  'Amsel , who owns the ferry , wants to sell it .': `
    Amsel Amsel PROPN NNP 8 nsubj
    , , PUNCT , 1 punct
    who who PRON WP 4 nsubj
    owns own VERB VBZ 1 acl:relcl
    the the DET DT 6 det
    ferry ferry NOUN NN 4 obj
    , , PUNCT , 1 punct
    wants want VERB VBZ 0 root
    to to PART TO 10 mark
    sell sell VERB VB 8 xcomp
    it it PRON PRP 10 obj
    . . PUNCT . 8 punct`,
  'The crew has left and burned the papers found aboard .': `
    The the DET DT 2 det
    crew crew NOUN NN 4 nsubj
    has have AUX VBZ 4 aux
    left leave VERB VBN 0 root
    and and CCONJ CC 6 cc
    burned burn VERB VBN 4 conj
    the the DET DT 8 det
    papers paper NOUN NNS 6 obj
    found find VERB VBN 8 acl
    aboard aboard ADV RB 9 advmod
    . . PUNCT . 4 punct`,
  'Vale and Amsel are members of the council .': `
    Vale Vale PROPN NNP 5 nsubj
    and and CCONJ CC 3 cc
    Amsel Amsel PROPN NNP 1 conj
    are be AUX VBP 5 cop
    members member NOUN NNS 0 root
    of of ADP IN 8 case
    the the DET DT 8 det
    council council NOUN NN 5 nmod
    . . PUNCT . 5 punct`,
  'The pilot said that the light had failed .': `
    The the DET DT 2 det
    pilot pilot NOUN NN 3 nsubj
    said say VERB VBD 0 root
    that that SCONJ IN 8 mark
    the the DET DT 6 det
    light light NOUN NN 8 nsubj
    had have AUX VBD 8 aux
    failed fail VERB VBN 3 ccomp
    . . PUNCT . 3 punct`,
  'The Heron , a ketch , was built in Varn by two brothers .': `
    The the DET DT 2 det
    Heron Heron PROPN NNP 8 nsubj:pass
    , , PUNCT , 5 punct
    a a DET DT 5 det
    ketch ketch NOUN NN 2 appos
    , , PUNCT , 2 punct
    was be AUX VBD 8 aux:pass
    built build VERB VBN 0 root
    in in ADP IN 10 case
    Varn Varn PROPN NNP 8 obl
    by by ADP IN 13 case
    two two NUM CD 13 nummod
    brothers brother NOUN NNS 8 obl
    . . PUNCT . 8 punct`,
  'There was a fire in the hold .': `
    There there PRON EX 2 expl
    was be VERB VBD 0 root
    a a DET DT 4 det
    fire fire NOUN NN 2 nsubj
    in in ADP IN 7 case
    the the DET DT 7 det
    hold hold NOUN NN 2 obl
    . . PUNCT . 2 punct`,
  'They persuaded her to sign the lease .': `
    They they PRON PRP 2 nsubj
    persuaded persuade VERB VBD 0 root
    her she PRON PRP 2 obj
    to to PART TO 5 mark
    sign sign VERB VB 2 xcomp
    the the DET DT 7 det
    lease lease NOUN NN 5 obj
    . . PUNCT . 2 punct`,
  'She answered in response to a letter .': `
    She she PRON PRP 2 nsubj
    answered answer VERB VBD 0 root
    in in ADP IN 4 case
    response response NOUN NN 2 obl
    to to ADP IN 7 case
    a a DET DT 7 det
    letter letter NOUN NN 4 nmod
    . . PUNCT . 2 punct`,
  'Tired and hungry .': `
    Tired tired ADJ JJ 0 root
    and and CCONJ CC 3 cc
    hungry hungry ADJ JJ 1 conj
    . . PUNCT . 1 punct`,
  'Before leaving , he told " the old hand that he had won .': `
    Before before SCONJ IN 2 mark
    leaving leave VERB VBG 5 advcl
    , , PUNCT , 2 punct
    he he PRON PRP 5 nsubj
    told tell VERB VBD 0 root
    " " PUNCT \`\` 9 punct
    the the DET DT 9 det
    old old ADJ JJ 9 amod
    hand hand NOUN NN 5 obj
    that that SCONJ IN 13 mark
    he he PRON PRP 13 nsubj
    had have AUX VBD 13 aux
    won win VERB VBN 5 ccomp
    . . PUNCT . 5 punct`,
}
