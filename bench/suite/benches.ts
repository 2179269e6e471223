/** A run of a bench with the figures that are kept of it. */
export interface Bench {
  /** The word after `bench:`. */
  readonly name: string
  /** Arguments; those that begin with `DATA/` are files of the public benchmarks. */
  readonly args: readonly string[]
  /** Patterns of `figuresOf`. */
  readonly figures: readonly string[]
  /** What it measures depends on the machine. */
  readonly speed?: true
}

const tags = ['upos', 'xpos', 'lemma', 'uas', 'las']
const scores = ['f1', 'precision', 'recall', 'perThousandWords']

const language = (file: string, ...flags: string[]): Bench => ({
  name: 'language',
  args: ['--treebank', `DATA/treebanks/${file}`, '--accuracy', ...flags],
  figures: [...tags, ...(flags.includes('--raw') ? ['tokens', 'sentences'] : []), 'peers/*/*'],
})

const openie = (benchmark: string, file: string): Bench => ({
  name: 'openie',
  args: [`--${benchmark}`, `DATA/benchmarks/${file}`],
  figures: scores.map((score) => `${benchmark}/${score}`),
})

/** Every bench of the project, in the order in which they run. */
export const benches: readonly Bench[] = [
  language('ewt-dev.conllu'),
  language('ewt-dev.conllu', '--raw'),
  language('gum-free-dev.conllu'),
  language('gum-free-dev.conllu', '--raw'),
  {
    name: 'language',
    args: ['--treebank', 'DATA/treebanks/gum-free-dev.conllu'],
    figures: ['loadMs', 'memoryMb', 'speeds/*'],
    speed: true,
  },
  {
    name: 'names',
    args: ['DATA/names/ewt-dev.conll'],
    figures: [
      'span/f1',
      'typed/*',
      'perType/*/f1',
      'compromise/span/f1',
      'compromise/typed/*',
      'compromise/perType/*/f1',
    ],
  },
  {
    name: 'names',
    args: ['DATA/names/ewt-dev.conll', '--raw'],
    figures: ['span/f1', 'typed/*', 'perType/*/f1'],
  },
  openie('carb', 'carb/dev.tsv'),
  openie('benchie', 'benchie/en-dev.txt'),
  openie('wire57', 'wire57/wire57.json'),
  openie('qasrl', 'qasrl/wikinews.dev.gold.csv'),
  {
    name: 'coref',
    args: ['--ontogum', 'DATA/coreference/ontogum-free-dev.conll'],
    figures: ['*/mean', '*/muc/f1', '*/bCubed/f1', '*/ceafE/f1'],
  },
  {
    name: 'coref',
    args: ['--gap', 'DATA/coreference/gap-development.tsv'],
    figures: ['*/all/f1', '*/masculine/f1', '*/feminine/f1', '*/bias'],
  },
  {
    name: 'gold',
    args: [
      '--scorer',
      'DATA/score/score-graph.mjs',
      'DATA/gold/GUM_bio_dvorak.json',
      'DATA/gold/GUM_news_nasa.json',
    ],
    figures: [
      '*/core/pair',
      '*/core/relation',
      '*/core/full',
      '*/precision',
      '*/edges',
      '*/perThousandWords',
    ],
  },
  {
    name: 'gold-coref',
    args: ['DATA/gold'],
    figures: ['mean/*', '*/named/f1', '*/namedAndNominal/f1'],
  },
  {
    name: 'precision',
    args: [
      'DATA/benchmarks/re3d/re3d.json',
      '--judgements',
      'bench/judgements/claims.jsonl',
      '--judgements',
      'bench/judgements/drawn.jsonl',
    ],
    figures: ['*/precision', '*/drawn', '*/judged'],
  },
  {
    name: 'mine',
    args: ['DATA/benchmarks/mine/mine.json'],
    figures: ['*'],
  },
  {
    name: 'claims',
    args: ['DATA/gold/GUM_bio_dvorak.txt', 'DATA/gold/GUM_news_nasa.txt'],
    figures: ['*'],
    speed: true,
  },
  { name: 'resolve', args: [], figures: ['*/seconds', '*/megabytes'], speed: true },
  {
    name: 'build',
    args: ['--treebank', 'DATA/treebanks/gum-free-train.conllu', '1000'],
    figures: ['articlesPerMinute', 'first/seconds', 'first/peak', 'changed/seconds', 'changedToRelations'],
    speed: true,
  },
  {
    name: 'query',
    args: [],
    figures: ['megabytes', 'loadMs', 'indexesMs', 'questions/*/median'],
    speed: true,
  },
  { name: 'export', args: [], figures: ['*/seconds', '*/peakOfHeap'], speed: true },
  { name: 'viewer', args: [], figures: ['kilobytes', 'graphs/*/*'], speed: true },
]
