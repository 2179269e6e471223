/** Most frequent words of some languages in Latin script, those that English shares left out where they mislead. */
const frequent: Readonly<Record<string, string>> = {
  en: 'the of and to in is that was for on with he as by at his it from be this had are were which has not have an they been their who will would said about her she you we i but or if there what can all my your so no do when up out',
  de: 'der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch',
  fr: 'de la le et les des en un du une que est dans qui par pour au il sur plus pas ne ce se avec son sont aux sa cette mais ou ses été être comme nous ont leur elle deux après aussi était y fait même entre',
  es: 'de la que el en y los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante',
  it: 'di e il la che in un per è una del si le non con i da al dei della sono come più lo gli nel anche alla ha ma delle dal su o ai se nella questo cui era suo essere stato fra hanno dalla',
  pt: 'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso',
  nl: 'de van een het en in is dat op te zijn met voor niet die aan er om ook als dan maar bij nog uit door over ze hij naar heeft hebben worden werd wordt deze dit kan geen',
  sv: 'och i att det som en på är av för med den till har de inte om ett han men var jag sig från vi så kan när år under också efter eller nu sin där vid mot',
  da: 'og i at det er en til af på for der de den med har ikke som om et han var men sig fra vi kan så efter når år også eller nu hun ved mod blev',
  no: 'og i det er på som en til å for av at har med de ikke den om et han var men seg fra vi kan så etter når år også eller nå hun ved mot ble',
  fi: 'ja on ei että se hän oli joka mutta ovat myös kun niin sen mukaan kuin jo tai nyt vain ole hänen ovat sekä vielä jos mitä',
  pl: 'w i na z się do nie że to jest o za od po jak przez przy ale są dla czy był tym może tak oraz co jego go być już tego które ich',
  cs: 'a v se na je že s z do o to i za by jako podle po které jsou který od pro jeho ale ve už být bude nebo až jsme také aby',
  ro: 'de și în a la cu pe că o din nu se care mai un este pentru au fost sau ce prin dar după lui ca sunt ale să fi',
  tr: 've bir bu da de için ile olarak çok daha olan gibi ne kadar ama sonra olduğu en var ki mi her o',
  hu: 'a az és hogy nem is egy ez van volt de csak meg mint már még el ki lehet szerint után vagy minden',
  id: 'yang dan di ini itu dengan untuk dari tidak dalam pada akan ada juga ke oleh karena bisa sudah saya adalah mereka telah atau',
}

const tags = Object.keys(frequent)

/** For each word, the numbers of the languages that have it among their most frequent. */
const languagesOf = new Map<string, number[]>()
for (const [number, words] of Object.values(frequent).entries())
  for (const word of new Set(words.split(' '))) {
    const list = languagesOf.get(word)
    if (list) list.push(number)
    else languagesOf.set(word, [number])
  }

const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
]

/** Characters looked at; the language of an article shows in its first page. */
const reach = 20_000
/** Fewest letters from which a script is concluded. */
const fewestLetters = 40
/** Fewest words from which another language is concluded. */
const fewest = 15

/**
 * The BCP 47 tag of a text's language, by its script and its most frequent words (Grefenstette 1995, "Comparing two
 * language identification schemes", the small-words method). A text too short to tell is
 * in the language that the file declares, else taken for English; a
 * language of another script is named by the most likely of it.
 */
export function detectLanguage(text: string, declared?: string): string {
  const unsure = declared === undefined || /^en\b/i.test(declared) ? 'en' : declared
  const head = text.slice(0, reach)
  const letters = head.match(/\p{L}/gu)?.length ?? 0
  if (letters < fewestLetters) return unsure
  // All of these scripts lie beyond the Latin blocks, where most texts have next to nothing.
  if ((head.match(/[^\0-\u024f]/g)?.length ?? 0) > letters * 0.3)
    for (const [tag, script] of scripts) if ((head.match(script)?.length ?? 0) > letters * 0.3) return tag
  const words = head.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < fewest) return unsure
  const counts = tags.map(() => 0)
  for (const word of words) for (const number of languagesOf.get(word) ?? []) counts[number]!++
  const shares = tags.map((tag, number) => [tag, counts[number]! / words.length] as const)
  const english = shares[0]?.[1] ?? 0
  const best = shares.reduce((a, b) => (b[1] > a[1] ? b : a))
  return best[0] !== 'en' && best[1] > 0.12 && best[1] > english * 1.3 ? best[0] : 'en'
}
