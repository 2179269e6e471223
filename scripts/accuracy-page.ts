import type { Result } from '../bench/suite/results.ts'
import { figureFinder } from './figure-finder.ts'

const ewt = 'language -- --treebank ewt-dev.conllu --accuracy'
const gum = 'language -- --treebank gum-free-dev.conllu --accuracy'
const names = 'names -- ewt-dev.conll'
const carb = 'openie -- --carb dev.tsv'
const benchie = 'openie -- --benchie en-dev.txt'
const wire57 = 'openie -- --wire57 wire57.json'
const qasrl = 'openie -- --qasrl wikinews.dev.gold.csv'
const ontogum = 'coref -- --ontogum ontogum-free-dev.conll'
const gap = 'coref -- --gap gap-development.tsv'
const gold = 'gold -- --scorer score-graph.mjs GUM_bio_dvorak.json GUM_news_nasa.json'
const goldCoref = 'gold-coref -- gold'
const precision =
  'precision -- re3d.json --judgements bench/judgements/claims.jsonl --judgements bench/judgements/drawn.jsonl'
const mine = 'mine -- mine.json'

/** The mean of a figure over the two gold graphs, in percent. */
function goldMean(results: readonly Result[], figure: string): string {
  const find = figureFinder(results)
  const of = (name: string): number => Number(find(gold, `${name} core ${figure}`, 4))
  return (50 * (of('GUM_bio_dvorak') + of('GUM_news_nasa'))).toFixed(0)
}

/** The table of README.md: what is measured, ours, others', and the command. */
export function accuracyTable(results: readonly Result[]): string {
  const f = figureFinder(results)
  const rows = [
    [
      'tags, EWT / GUM',
      `UPOS ${f(ewt, 'upos', 1)} / ${f(gum, 'upos', 1)}`,
      `wink-nlp ${f(ewt, 'peers wink upos', 1)} / ${f(gum, 'peers wink upos', 1)} on shared words`,
      'npm run bench:language -- --treebank FILE',
    ],
    [
      'trees, EWT / GUM',
      `LAS ${f(ewt, 'las', 1)} / ${f(gum, 'las', 1)}`,
      'UDPipe 1.2: 81.1 (EWT test)',
      'the same',
    ],
    [
      'names, EWT',
      `F1 ${f(names, 'typed f1', 3)}`,
      `compromise ${f(names, 'compromise typed f1', 3)}`,
      'npm run bench:names -- FILE',
    ],
    [
      'open relations, CaRB',
      `F1 ${f(carb, 'carb f1', 3)}`,
      'OpenIE-5 .458',
      'npm run bench:openie -- --carb FILE',
    ],
    [
      'open relations, BenchIE',
      `F1 ${f(benchie, 'benchie f1', 3)}`,
      'ClausIE .353, OpenIE6 .266',
      'npm run bench:openie -- --benchie FILE',
    ],
    [
      'coreference, OntoGUM',
      `${f(ontogum, 'raw text mean', 1)} from raw text`,
      'rule sieves about 40, SpanBERT about 65 (test)',
      'npm run bench:coref -- --ontogum FILE',
    ],
    [
      'pronouns, GAP',
      `F1 ${f(gap, 'gap, one of the two chosen all f1', 1)}`,
      'syntactic parallelism 66.9',
      'npm run bench:coref -- --gap FILE',
    ],
    [
      'entities of two gold graphs',
      `B-cubed ${f(goldCoref, 'mean named', 2)} named, ${f(goldCoref, 'mean namedAndNominal', 2)} with descriptions, wrong merges ${f(goldCoref, 'mean wrongMerges', 0)}`,
      '',
      'npm run bench:gold-coref -- DIR',
    ],
    [
      'statements of two gold graphs',
      `${goldMean(results, 'pair')} % linked, ${goldMean(results, 'full')} % with relation, standing and speaker`,
      '',
      'npm run bench:gold -- --scorer FILE GOLD',
    ],
    [
      'relations judged one by one, 100 of each kind',
      `schema ${f(precision, 'schema precision', 2)}, open ${f(precision, 'open precision', 2)} right`,
      '',
      'npm run bench:precision -- FILE',
    ],
  ] as const
  const lines = rows.map((row) => {
    const command = row[3].startsWith('npm') ? `\`${row[3]}\`` : row[3]
    return `| ${row[0]} | ${row[1]} | ${row[2]} | ${command} |`
  })
  return ['| what | figure | others | command |', '|---|---|---|---|', ...lines].join('\n')
}

/** docs/accuracy.md from the results of `npm run bench`. */
export function accuracyPage(results: readonly Result[]): string {
  const f = figureFinder(results)
  const days = [...new Set(results.map(({ date }) => date))].sort()
  const measured = days.length > 1 ? `from ${days[0]} to ${days.at(-1)}` : `on ${days[0]}`
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const trees = (label: string, figure: string): string =>
    row([
      label,
      ...[ewt, `${ewt} --raw`, gum, `${gum} --raw`].map((bench) =>
        ['tokens', 'sentences'].includes(figure) && !bench.endsWith('--raw') ? '' : f(bench, figure, 2),
      ),
    ])
  const open = (label: string, bench: string, name: string, others: string): string =>
    row([
      label,
      ...['f1', 'precision', 'recall'].map((figure) => f(bench, `${name} ${figure}`, 3)),
      f(bench, `${name} perThousandWords`, 0),
      others,
    ])
  const perType = (bench: string, whose: string): string =>
    ['PER', 'LOC', 'ORG'].map((type) => f(bench, `${whose}perType ${type} f1`, 3)).join(' / ')
  return `# Accuracy

How often Redthread is right, by figures that anybody who has the data can repeat: \`npm run bench -- --accuracy\` runs all
of it, keeps the figures in [bench/results](../bench/results) and prints each beside that of the last run. This page is
made from that file by \`npm run docs\`; measured ${measured}.

All data are development parts: no model was trained on them, but rules were mended with them in view, so expect somewhat
less on new texts. Figures of others are those that they or the authors of the benchmark published, unless a command is
named; mind that some were measured on test parts. One build with one setting gives all of ours.

## What it comes to

Of what a careful reader would draw from a text, the graph links ${goldMean(results, 'pair')} % of the core statements, and has ${goldMean(results, 'full')} % with the right
relation, standing and speaker. Of what is in the graph, ${f(precision, 'schema precision', 2)} of the relations of the schema and ${f(precision, 'open precision', 2)} of the open
ones are right, wording, standing and speaker together. So: a graph to find things with and to check, not one to print
unread.

## Language

\`npm run bench:language -- --treebank FILE.conllu [--raw] --accuracy\`; LAS by labels without subtypes.

| | EWT, gold tokens | EWT, raw text | GUM, gold tokens | GUM, raw text |
|---|---|---|---|---|
${trees('tokens F', 'tokens')}
${trees('sentences F', 'sentences')}
${trees('UPOS', 'upos')}
${trees('XPOS', 'xpos')}
${trees('lemmas', 'lemma')}
${trees('UAS', 'uas')}
${trees('LAS', 'las')}

In the same run from raw text, tags and lemmas on the words whose bounds they share with the treebank:

| | wink-nlp 2.4, EWT / GUM | compromise 14, EWT / GUM |
|---|---|---|
${row(['words shared, %', `${f(ewt, 'peers wink shared', 2)} / ${f(gum, 'peers wink shared', 2)}`, `${f(ewt, 'peers compromise shared', 2)} / ${f(gum, 'peers compromise shared', 2)}`])}
${row(['UPOS', `${f(ewt, 'peers wink upos', 2)} / ${f(gum, 'peers wink upos', 2)}`, 'has tags of its own'])}
${row(['lemmas', `${f(ewt, 'peers wink lemma', 2)} / ${f(gum, 'peers wink lemma', 2)}`, ''])}
${row(['sentences F', `${f(ewt, 'peers wink sentences', 2)} / ${f(gum, 'peers wink sentences', 2)}`, `${f(ewt, 'peers compromise sentences', 2)} / ${f(gum, 'peers compromise sentences', 2)}`])}

Neither builds trees. Published for the EWT test part: UDPipe 1.2 UPOS 94.43, UAS 84.40, LAS 81.08; UDify, a multilingual
BERT, 96.29, 91.12, 88.53.

## Names

\`npm run bench:names -- FILE.conll [--raw]\`, people, places and organisations, exact spans.

| | gold tokens | raw text | compromise 14 |
|---|---|---|---|
${row(['span F1', f(names, 'span f1', 3), f(`${names} --raw`, 'span f1', 3), f(names, 'compromise span f1', 3)])}
${row(['span and type P', f(names, 'typed p', 3), f(`${names} --raw`, 'typed p', 3), f(names, 'compromise typed p', 3)])}
${row(['span and type R', f(names, 'typed r', 3), f(`${names} --raw`, 'typed r', 3), f(names, 'compromise typed r', 3)])}
${row(['span and type F1', f(names, 'typed f1', 3), f(`${names} --raw`, 'typed f1', 3), f(names, 'compromise typed f1', 3)])}
${row(['people / places / organisations, F1', perType(names, ''), perType(`${names} --raw`, ''), perType(names, 'compromise ')])}

Published for the test part of the same data (Universal NER): XLM-R large .860; two people agree at about .90.

## Open relations

\`npm run bench:openie -- --carb|--benchie|--wire57|--qasrl FILE\`. CaRB wants long tuples, BenchIE short facts; both
are views of the same clauses.

| benchmark | F1 | precision | recall | per 1,000 words | others |
|---|---|---|---|---|---|
${open('CaRB, dev (Bhardwaj and others 2019)', carb, 'carb', 'OpenIE-5 .458; ClausIE .444, MinIE .422 on a part')}
${open('BenchIE, half (Gashteovski and others 2022)', benchie, 'benchie', 'ClausIE .353, MinIE .349, OpenIE6 .266, M2OIE .226, Stanford .111')}
${open('WiRe57, Wikipedia (Léchelle and others 2019)', wire57, 'wire57', 'MinIE .351, ClausIE .303, OpenIE-4 .231')}
${open('QA-SRL gold, Wikinews: arguments', qasrl, 'qasrl', '')}

## Coreference

\`npm run bench:coref -- --ontogum FILE\` and \`--gap FILE\`.

| | ours | others |
|---|---|---|
${row(['OntoGUM, dev, mean of MUC, B-cubed and CEAF-e, from raw text', f(ontogum, 'raw text mean', 1), 'test part: deterministic sieves about 40, SpanBERT about 65'])}
${row(['GAP, development, F1, one of the two names chosen', f(gap, 'gap, one of the two chosen all f1', 1), 'nearest name 44.7, syntactic parallelism 66.9 (Webster and others 2018)'])}
${row(['the same, women / men', `${f(gap, 'gap, one of the two chosen feminine f1', 1)} / ${f(gap, 'gap, one of the two chosen masculine f1', 1)}`, ''])}

## Graphs

Two texts have a full graph made by hand: every mention, entity and assertion. \`npm run bench:gold\` and
\`npm run bench:gold-coref\`:

| | ours |
|---|---|
${row(['core statements whose two ends are linked', `${goldMean(results, 'pair')} %`])}
${row(['with the right relation as well', `${goldMean(results, 'relation')} %`])}
${row(['with standing and speaker as well', `${goldMean(results, 'full')} %`])}
${row(['mentions to entities, B-cubed F1, named', f(goldCoref, 'mean named', 3)])}
${row(['the same, with descriptions', f(goldCoref, 'mean namedAndNominal', 3)])}
${row(['pairs of entities wrongly made one', f(goldCoref, 'mean wrongMerges', 0)])}

Two texts are few: take these as an order of magnitude.

## Precision, judged

\`npm run bench:precision -- FILE --judgements bench/judgements/claims.jsonl --judgements bench/judgements/drawn.jsonl\`
draws relations from re3d (press releases and encyclopaedia texts) and looks up what was ruled on each. A relation is right
only if subject, relation, object, polarity, modality and speakers all are. The rulings are one reader's. Earlier draws
from the same texts have shown which rules to mend; the essays of the next section were new.

| | drawn | judged | right |
|---|---|---|---|
${row(['relations of the schema', f(precision, 'schema drawn', 0), f(precision, 'schema judged', 0), f(precision, 'schema precision', 2)])}
${row(['open relations', f(precision, 'open drawn', 0), f(precision, 'open judged', 0), f(precision, 'open precision', 2)])}

## MINE, by a proxy

MINE (Mo and others 2025, [arXiv:2502.09956](https://arxiv.org/abs/2502.09956)) asks whether the facts listed with an
essay are retained in its graph. Its judge is a language model. \`npm run bench:mine -- FILE\` works offline, so its judge
is a **proxy**: of a fact's content words at least five in nine must stand on the eight nodes most like it or on edges
within two steps. The proxy says nothing about whether they say the same thing, and its figures cannot be compared with
those of the judge. It measures recall alone, for which the whole essay as one node would be best; therefore the number of
edges and their precision stand beside it; that is of ${f(mine, 'judged', 0)} relations, drawn from the essays and judged one by one.

| | recall by a proxy | published, with the judge | edges per essay | precision of the edges |
|---|---|---|---|---|
${row(['Redthread', f(mine, 'proxyRecall', 2), 'not measured', f(mine, 'edgesPerEssay', 0), f(mine, 'edgePrecision', 2)])}
${row(['the whole essay as one node', f(mine, 'wholeEssayRecall', 3), '', '0', ''])}
| KGGen | .82-.83 | 66 % | not known | not known |
| Stanford OpenIE | .75-.79 | 29 % | not known | not known |
| GraphRAG | .47-.51 | 48 % | not known | not known |

The peers' figures by a proxy were recorded elsewhere, on their recorded graphs, with a proxy of this description and not
with this code. The published ones are of the paper, judged by GPT-4. By the proxy KGGen keeps more of what an essay says
than Redthread does, and so may Stanford OpenIE, whose edges are not counted here.

## Not measured

How accurate the graph of a large collection is, beyond what was judged by hand; anything but English; texts far from
news, encyclopaedias, essays and the web, such as law or poetry.
`
}
