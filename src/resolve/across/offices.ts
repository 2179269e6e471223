import { append } from '../append.ts'
import { nameWords } from '../name-form.ts'
import type { Clusters } from './clusters.ts'
import { officeForm, officeSign, sameStems } from './office-form.ts'

/** Joins offices that are worded in several ways. */
export function joinOffices(clusters: Clusters): void {
  joinWordings(clusters)
  joinSmall(clusters)
  joinBare(clusters)
}

/** Two wordings of one office that one document gives to one person. */
function joinWordings(clusters: Clusters): void {
  const bySign = new Map<string, { form: string; index: number }[]>()
  const seen = new Set<string>()
  clusters.entities.forEach(({ type, names }, index) => {
    if (type !== 'Role') return
    for (const form of names.map(officeForm)) {
      const key = `${form} ${clusters.find(index)}`
      if (!seen.has(key)) append(bySign, officeSign(form), { form, index })
      seen.add(key)
    }
  })
  const done = new Set<string>()
  for (const { type, roles } of clusters.entities) {
    if (type !== 'Person' || roles.size < 2) continue
    const held = [...roles].sort()
    for (const a of held)
      for (const b of held) {
        if (a >= b || done.has(`${a}|${b}`) || !sameStems(a, b)) continue
        done.add(`${a}|${b}`)
        const [first, ...rest] = [a, b].flatMap((office) =>
          (bySign.get(officeSign(office)) ?? []).filter(
            ({ form }) => sameStems(form, office) && form.split(' ').length === office.split(' ').length,
          ),
        )
        for (const { index } of rest)
          clusters.join(first!.index, index, { rule: 'office wording', score: 0.85 })
      }
  }
}

/** "The home secretary" is the Home Secretary of another document: the same words, of which one is written as a name. */
function joinSmall(clusters: Clusters): void {
  const { entities } = clusters
  const byForm = new Map<string, number[]>()
  entities.forEach(({ type, named, names, mentions }, index) => {
    if (type !== 'Role') return
    const words = named ? names : mentions.map((m) => nameWords(m.text))
    for (const form of new Set(words.map(officeForm))) if (form.includes(' ')) append(byForm, form, index)
  })
  for (const indexes of byForm.values()) {
    const named = indexes.find((i) => entities[i]!.named)
    if (named === undefined) continue
    for (const index of indexes)
      if (entities[index]!.mentions.every((m) => m.definite !== false))
        clusters.join(named, index, { rule: 'same office', score: 0.9 })
  }
}

const otherHolder = /^(new|next|former|deputy|acting|future|first|vice)$/

/** "The commissioner" in a document that names one office with that head: that office. */
function joinBare(clusters: Clusters): void {
  const { entities } = clusters
  const named = new Map<string, number[]>()
  entities.forEach(({ type, names, document }, index) => {
    if (type !== 'Role') return
    for (const words of names) {
      const form = officeForm(words).split(' ')
      if (form.length > 1 && !form.some((w) => otherHolder.test(w)))
        for (const word of form) append(named, `${document} ${word}`, index)
    }
  })
  entities.forEach(({ type, mentions, document }, index) => {
    if (type !== 'Role') return
    const heads = new Set(
      mentions.map((m) => officeForm([m.text.replace(/^(the|a|an)\s+/i, '').replace(/['’]s?$/, '')])),
    )
    const [head] = heads
    if (heads.size !== 1 || head === undefined || head.includes(' ')) return
    const offices = (named.get(`${document} ${head}`) ?? []).filter((i) => i !== index)
    if (offices.length > 0 && new Set(offices.map(clusters.find)).size === 1)
      clusters.join(offices[0]!, index, { rule: 'bare office', score: 0.8 })
  })
}
