/** Irregular past forms of English verbs that are too rare for a treebank to hold them all, each after its lemma. */
const forms = `abide abode; arise arose arisen; awake awoke awoken; bear bore borne; beget begot begotten; bind bound;
bleed bled; breed bred; burst burst; cling clung; creep crept; deal dealt; dig dug; dwell dwelt; feed fed; flee fled;
fling flung; forbid forbade forbidden; forsake forsook forsaken; freeze froze frozen; grind ground; hang hung; kneel knelt;
lead led; leap leapt; lend lent; light lit; mow mown; plead pled; ring rang rung; saw sawn; seek sought; sew sewn;
shake shook shaken; shear shorn; shed shed; shine shone; shrink shrank shrunk; slay slew slain; sling slung; slink slunk;
smite smote smitten; sow sown; speed sped; spill spilt; spin spun; spit spat; split split; spring sprang sprung;
steal stole stolen; stick stuck; sting stung; stink stank stunk; strew strewn; stride strode stridden;
strike struck stricken; string strung; strive strove striven; swear swore sworn; sweep swept; swell swollen; swim swam swum;
swing swung; tear tore torn; tread trod trodden; wake woke woken; weave wove woven; weep wept; wind wound; wring wrung`

const rows = forms.split(/;\s+/).map((row) => row.split(' ') as [string, ...string[]])

/** Lemmas by form. */
export const irregularVerbs: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([lemma, ...pasts]) => pasts.map((past) => [past, lemma])),
)

/** Past participles by lemma. */
export const irregularParticiples: ReadonlyMap<string, string> = new Map(
  rows.map((row) => [row[0], row.at(-1)!]),
)

/** Prefixes that leave the forms of a verb as they are: "held", "upheld". */
export const verbPrefixes: readonly string[] = 'out over under up with fore re un mis inter be for off'.split(
  ' ',
)
