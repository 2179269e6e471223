import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { TreeBuilder } from '../../src/language/build-tree.ts'
import { writeModel } from '../../src/language/model-file.ts'
import { indexLists, type NameWords, nameWords, tagHashesOf } from '../../src/language/name-features.ts'
import { NameFinder, nameLabels } from '../../src/language/name-finder.ts'
import { stepsOf } from '../../src/language/parse-steps.ts'
import { parseWords, tagFacts } from '../../src/language/parse-words.ts'
import { encodeRows, SparseWeights, type WeightRows } from '../../src/language/sparse-weights.ts'
import { Tagger } from '../../src/language/tagger.ts'
import {
  markTemplates,
  nameTemplates,
  parseTemplates,
  reviseTemplates,
  sentenceTemplates,
  tagTemplates,
} from '../../src/language/templates.ts'
import { encodeWordList } from '../../src/language/word-list.ts'
import { readTreebank, type TreebankSentence } from '../conllu.ts'
import { type NamedSentence, readNames } from '../names-file.ts'
import { wordnetDictionary } from './dictionary.ts'
import { trainStepGlance, trainTagGlance } from './glance-walks.ts'
import { learnLemmas } from './learn-lemmas.ts'
import { LISTS, nameLists } from './name-lists.ts'
import { type Perceptron, packPerceptrons } from './perceptron.ts'
import { scoreTrees } from './score-trees.ts'
import type { TrainedGlance } from './train-glance.ts'
import { encodeNames, trainNames } from './train-names.ts'
import { trainSentences } from './train-sentences.ts'
import {
  countLexicon,
  jointTag,
  lexiconFrom,
  scoreTagger,
  type TaggedSentence,
  tagSet,
  trainTagger,
} from './train-tagger.ts'
import { trainTrees } from './train-trees.ts'

const { values } = parseArgs({
  options: {
    treebanks: { type: 'string' },
    names: { type: 'string' },
    only: { type: 'string' },
    'name-epochs': { type: 'string', default: '9' },
    'name-seeds': { type: 'string', default: '5' },
    out: { type: 'string', default: 'data/models' },
    'tagger-epochs': { type: 'string', default: '8' },
    'tagger-seeds': { type: 'string', default: '3' },
    folds: { type: 'string', default: '5' },
    'parser-epochs': { type: 'string', default: '9' },
    'parser-seeds': { type: 'string', default: '2' },
  },
})
if (values.treebanks === undefined) {
  console.error('Say where the treebanks are: npm run train -- --treebanks DIR --names DIR')
  process.exit(2)
}
const treebanks = values.treebanks
const out = values.out
mkdirSync(out, { recursive: true })

const started = performance.now()
const log = (message: string): void =>
  console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${message}`)
const licence = 'CC BY-SA 4.0'
const text = (content: string): Uint8Array => new TextEncoder().encode(content)

const glanceParts = (glance: TrainedGlance): [string, Uint8Array][] => [
  ['glances', encodeRows(glance.rows)],
  ['glance', text([glance.sure, ...glance.templates].join('\n'))],
]

function save(name: string, bytes: Uint8Array): void {
  const packed = gzipSync(bytes, { level: 9 })
  writeFileSync(join(out, `${name}.bin.gz`), packed)
  log(`${name}: ${(packed.length / 1e6).toFixed(2)} MB`)
}

const training = ['ewt-train', 'gum-free-train'].flatMap((name) =>
  readTreebank(join(treebanks, `${name}.conllu`)),
)
const ewtDev = readTreebank(join(treebanks, 'ewt-dev.conllu'))
const gumDev = readTreebank(join(treebanks, 'gum-free-dev.conllu'))
const tags = tagSet(training)
const tagNumber = new Map(tags.map((tag, i) => [tag, i]))
const dictionary = wordnetDictionary()
const tagged = (sentences: readonly TreebankSentence[]): TaggedSentence[] =>
  sentences.map((s) => ({ forms: s.forms, tags: s.forms.map((_, i) => tagNumber.get(jointTag(s, i))!) }))

/** A tagger trained on some sentences, its weights averaged over seeds. */
function makeTagger(
  sentences: readonly TreebankSentence[],
  epochs: number,
  seeds: number,
): { tagger: Tagger; rows: WeightRows; counts: ReturnType<typeof countLexicon> } {
  const data = tagged(sentences)
  const counts = countLexicon(data)
  const lexicon = lexiconFrom(counts, dictionary)
  const models: Perceptron[] = []
  for (let seed = 1; seed <= seeds; seed++)
    models.push(trainTagger(data, lexicon, { tagCount: tags.length, epochs, seed }))
  const rows = packPerceptrons(models, { minUpdates: 2, minWeight: 1, clip: 0.6 })
  return { tagger: new Tagger(new SparseWeights(rows), lexicon), rows, counts }
}

// Tags for the parser's training data come from taggers that have not seen them: with gold tags it would learn to
// trust tags that will be wrong.
const folds = Number(values.folds)
const documents = [...new Set(training.map((s) => s.document))]
const foldOf = new Map(documents.map((document, i) => [document, i % folds]))
const predicted = new Map<TreebankSentence, Uint8Array>()
for (let fold = 0; fold < folds; fold++) {
  const { tagger } = makeTagger(
    training.filter((s) => foldOf.get(s.document) !== fold),
    5,
    1,
  )
  for (const s of training)
    if (foldOf.get(s.document) === fold) predicted.set(s, tagger.tag(tagger.atomsOf(s.forms)))
  log(`fold ${fold + 1} of ${folds} tagged`)
}

const {
  tagger,
  rows: tagRows,
  counts,
} = makeTagger(training, Number(values['tagger-epochs']), Number(values['tagger-seeds']))
for (const [name, dev] of [
  ['EWT dev', ewtDev],
  ['GUM dev', gumDev],
] as const) {
  const score = scoreTagger(tagger, tags, dev)
  log(`${name}: UPOS ${(100 * score.upos).toFixed(2)} XPOS ${(100 * score.xpos).toFixed(2)}`)
}
const tagGlance = trainTagGlance(
  training.map((s) => tagger.atomsOf(s.forms)),
  tagRows,
)
log(`glance at tags, sure from ${tagGlance.sure}`)
const sentenceModel = trainSentences(training, 8, 1)
const used = new Map([...dictionary].filter(([word]) => word.length < 24))
save(
  'tagger',
  writeModel(
    { kind: 'tagger', version: '1', licence, templates: tagTemplates() ^ sentenceTemplates(), labels: tags },
    new Map([
      ['tags', encodeRows(tagRows)],
      ...glanceParts(tagGlance),
      ['sentences', encodeRows(packPerceptrons([sentenceModel], { minUpdates: 1, minWeight: 1 }))],
      ['classes', text(counts.classes.join('\n'))],
      ['class-of', text(encodeWordList(counts.classOf))],
      ['certain', text(encodeWordList(counts.certain))],
      ['dictionary', text(encodeWordList(used))],
    ]),
  ),
)

const lemmas = learnLemmas(training)
save(
  'lemmas',
  writeModel(
    { kind: 'lemmas', version: '1', licence, templates: 0, labels: [] },
    new Map([
      [
        'words',
        text([...lemmas.words].map(([key, lemma]) => `${key.replace(' ', '\t')}\t${lemma}`).join('\n')),
      ],
      [
        'endings',
        text(
          [...lemmas.endings]
            .map(([key, { cut, add }]) => `${key.replace(' ', '\t')}\t${cut}\t${add}`)
            .join('\n'),
        ),
      ],
    ]),
  ),
)

if (values.names !== undefined) {
  const folder = values.names
  const nameTypes = ['PER', 'LOC', 'ORG']
  const nameLabelList = nameLabels(nameTypes)
  const hashes = tagHashesOf(tags)
  const entries = nameLists()
  const lists = indexLists(entries)
  const foldTags = new Map([...predicted].map(([sentence, list]) => [sentence.id, list]))
  const isTitle = (form: string): boolean => ((entries.get(form.toLowerCase()) ?? 0) & 1) !== 0
  /** "Mr Keller" is a title and the name "Keller". */
  const withoutTitles = (sentence: NamedSentence): NamedSentence => ({
    ...sentence,
    names: sentence.names.map(({ first, end, type }) => {
      let from = first
      while (type === 'PER' && from < end - 1 && isTitle(sentence.forms[from]!)) from++
      return { first: from, end, type }
    }),
  })
  const lay = (sentence: NamedSentence): NameWords => {
    const words = tagger.atomsOf(sentence.forms)
    const known = foldTags.get(sentence.id)
    return nameWords(
      words,
      known?.length === words.length ? known : tagger.tag(words),
      hashes.joint,
      hashes.upos,
      lists,
    )
  }
  const nameTraining = [
    ...readNames(join(folder, 'ewt-train.conll'), 6),
    ...readNames(join(folder, 'wikigold.conll'), 6),
  ]
    .map(withoutTitles)
    .map((sentence) => ({ words: lay(sentence), gold: encodeNames(sentence, nameLabelList) }))
  const models = Array.from({ length: Number(values['name-seeds']) }, (_, seed) =>
    trainNames(nameTraining, nameTypes, Number(values['name-epochs']), seed + 1),
  )
  const rows = packPerceptrons(
    models.map((m) => m.weights),
    { minUpdates: 1, minWeight: 1, clip: 0.7 },
  )
  const transition = Int32Array.from(models[0]!.transition, (_, i) =>
    Math.round(models.reduce((sum, m) => sum + m.transition[i]!, 0) * rows.scale),
  )
  const finder = new NameFinder(nameLabelList, new SparseWeights(rows), transition)
  const dev = readNames(join(folder, 'ewt-dev.conll'), 5)
  let right = 0
  let found = 0
  let gold = 0
  for (const sentence of dev) {
    const words = tagger.atomsOf(sentence.forms)
    const names = finder.find(nameWords(words, tagger.tag(words), hashes.joint, hashes.upos, lists))
    const want = new Set(sentence.names.map((n) => `${n.first} ${n.end} ${n.type}`))
    gold += want.size
    found += names.length
    right += names.filter((n) => want.has(`${n.first} ${n.end} ${n.type}`)).length
  }
  log(
    `names, EWT dev: P ${(right / found).toFixed(3)} R ${(right / gold).toFixed(3)} F ${((2 * right) / (found + gold)).toFixed(3)}`,
  )
  save(
    'names',
    writeModel(
      { kind: 'names', version: '1', licence, templates: nameTemplates(), labels: nameLabelList },
      new Map([
        ['words', encodeRows(rows)],
        ['transition', text([...transition].join('\n'))],
        ['lists', text(encodeWordList(entries))],
        ['list-names', text(LISTS.join('\n'))],
      ]),
    ),
  )
}
if (values.only === 'names') process.exit(0)

const facts = tagFacts(tags)
const { labels, rows, parts } = trainTrees({
  sentences: training,
  predicted,
  tagger,
  facts,
  epochs: Number(values['parser-epochs']),
  seeds: Number(values['parser-seeds']),
  log,
})
const stepGlance = trainStepGlance(
  training.map((s) => {
    const words = tagger.atomsOf(s.forms)
    return parseWords(words, tagger.tag(words), facts)
  }),
  rows.steps,
  stepsOf(labels),
)
log(`glance at steps, sure from ${stepGlance.sure}`)
const builder = new TreeBuilder(parts, facts, labels.indexOf('punct'))
for (const [name, dev] of [
  ['EWT dev', ewtDev],
  ['GUM dev', gumDev],
] as const)
  log(`${name}: ${scoreTrees(builder, labels, tagger, dev)}`)
save(
  'parser',
  writeModel(
    {
      kind: 'parser',
      version: '1',
      licence,
      templates: parseTemplates() ^ reviseTemplates() ^ markTemplates(),
      labels,
    },
    new Map([
      ...Object.entries(rows).map(([name, part]) => [name, encodeRows(part)] as const),
      ...glanceParts(stepGlance),
    ]),
  ),
)
log('done')
