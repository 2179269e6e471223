import { expect, test } from 'vitest'
import { detectLanguage } from '../../src/read/index.ts'

// One sentence of our own, "The council closed the old bridge on Monday because engineers had found cracks in the
// piers, and it will not be opened again before the autumn, the mayor said.", in the languages.
const samples: readonly (readonly [string, string])[] = [
  [
    'en',
    'The council closed the old bridge on Monday because engineers had found cracks in the piers, and it will not be opened again before the autumn, the mayor said.',
  ],
  [
    'de',
    'Der Rat ließ die alte Brücke am Montag sperren, weil Ingenieure Risse in den Pfeilern gefunden hatten, und sie wird nicht vor dem Herbst wieder geöffnet, sagte die Bürgermeisterin.',
  ],
  [
    'fr',
    'Le conseil a fermé le vieux pont lundi parce que des ingénieurs avaient trouvé des fissures dans les piles, et il ne sera pas rouvert avant l’automne, a dit la maire.',
  ],
  [
    'es',
    'El consejo cerró el viejo puente el lunes porque los ingenieros habían encontrado grietas en los pilares, y no se abrirá de nuevo antes del otoño, dijo la alcaldesa.',
  ],
  [
    'it',
    'Il consiglio ha chiuso il vecchio ponte lunedì perché gli ingegneri avevano trovato crepe nei piloni, e non sarà riaperto prima dell’autunno, ha detto la sindaca.',
  ],
  [
    'pt',
    'O conselho fechou a velha ponte na segunda-feira porque os engenheiros tinham encontrado fendas nos pilares, e não será aberta de novo antes do outono, disse a presidente.',
  ],
  [
    'nl',
    'De raad sloot de oude brug op maandag omdat ingenieurs scheuren in de pijlers hadden gevonden, en hij wordt niet voor de herfst weer geopend, zei de burgemeester.',
  ],
  [
    'sv',
    'Rådet stängde den gamla bron i måndags för att ingenjörer hade hittat sprickor i pelarna, och den öppnas inte igen före hösten, sade borgmästaren.',
  ],
  [
    'pl',
    'Rada zamknęła stary most w poniedziałek, bo inżynierowie znaleźli pęknięcia w filarach, i nie będzie on otwarty przed jesienią, jak powiedziała burmistrz, ale to się może zmienić.',
  ],
  [
    'ru',
    'Совет закрыл старый мост в понедельник, потому что инженеры нашли трещины в опорах, и до осени его не откроют.',
  ],
  [
    'zh',
    '市议会星期一关闭了旧桥，因为工程师在桥墩上发现了裂缝，市长说秋天之前不会重新开放，居民对此感到不满。工程师说修理需要几个月的时间。',
  ],
]

test.each(samples)('%s is told', (language, text) => {
  expect(detectLanguage(text)).toBe(language)
})

test.each([
  'Bridge shut',
  'Dvořák, Smetana and Janáček at the Rudolfinum: a festival in Prague',
  'De Gaulle, Le Pen, La Guardia, El Paso, Los Angeles, Den Haag, Das Boot and Die Zeit are names that the list of the museum holds.',
])('English with few words or many foreign names stays English: %s', (text) => {
  expect(detectLanguage(text)).toBe('en')
})

test('of a text too short to tell, the file decides', () => {
  expect(detectLanguage('Brücke gesperrt', 'de-AT')).toBe('de-AT')
  expect(detectLanguage(samples[0]![1], 'de')).toBe('en')
})

test('one quotation in another language does not make a document foreign', () => {
  expect(detectLanguage(`${samples[0]![1]} ${samples[0]![1]} “${samples[1]![1]}”`)).toBe('en')
})
