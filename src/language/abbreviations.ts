const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Titles and the like, whose full stop never ends a sentence: a name follows. */
export const TITLES_WITH_STOP: ReadonlySet<string> = words(`
  mr mrs ms mx dr prof rev hon st sr jr gen lt col maj capt cpl sgt cmdr adm brig pte det insp supt gov sen rep
  reps pres amb msgr fr mt ft messrs mlle mme sra fig no nos vol vols pp eq sec para viz cf attn approx
`)

/** Other words that are written with a full stop; one at the end of a sentence keeps it. */
export const ABBREVIATIONS: ReadonlySet<string> = words(`
  etc vs inc corp co ltd bros assn dept univ plc jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues
  wed thu thur thurs fri sat sun ave blvd rd e.g i.e al esp ext est ed eds ca c p b d a.k.a a.m p.m u.s u.k u.n
  e.u d.c ph.d m.d b.a m.a b.sc m.sc ll.b oz lb lbs yrs mins hrs div arrv lv spec conf calif conn ariz ark
  colo fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash
  wis wyo ont que minn que cal jr sr esq ret dist def adj adv incl max min misc orig ps tel
`)

/** Prefixes that stay one word with what follows their hyphen, as in "pro-European". */
export const JOINED_PREFIXES: ReadonlySet<string> = words(`
  anti co counter cross de e ex extra inter intra mid mini mis multi non over para post pre pro pseudo psycho
  quasi re semi sub super trans ultra un under uni vice-
`)

/** Short forms spoken as one word but two to the grammar: where each is cut. */
export const FUSED_WORDS: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
  ['gimme', 3],
  ['lemme', 3],
  ['dunno', 2],
  ['dont', 2],
  ['didnt', 3],
  ['doesnt', 4],
  ['isnt', 2],
  ['wasnt', 3],
  ['wouldnt', 5],
  ['couldnt', 5],
  ['havent', 4],
  ['wont', 2],
  ['cant', 2],
  ['arent', 3],
  ['aint', 2],
  ['im', 1],
  ['ive', 1],
  ['hes', 2],
  ['shes', 3],
  ['thats', 4],
  ['whats', 4],
  ['theres', 5],
  ['theyre', 4],
  ['youre', 3],
])
