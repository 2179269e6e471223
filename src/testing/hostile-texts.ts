/** Texts on which extractors break: empty, without sentences, without verbs, full of marks, unpaired halves. */
export const hostileTexts: readonly string[] = [
  '',
  ' \n\t\n ',
  '.',
  '"',
  '((((((((((',
  '“”‘’«»„“',
  'a',
  'The',
  'Said.',
  'Ruth Amsel',
  'He he he he he, who whom which that.',
  'If not, then never; no, nor neither.',
  '\u0000\uFFFE\uFFFD',
  '\uD83D The ferry \uDE00 sank.',
  '👩‍👩‍👧‍👦 said 🚢 sank.',
  'e\u0301te\u0301 \u202Eferry\u202C \u200Bquay',
  '1,2,3. 4/5/2031 -- 6% $7 8th 9pm',
  'http://example.org/a?b=c&d=(e) <b>sank</b> {"said": null}',
  '- one\n- two\n\n| a | b |\n|---|---|\n',
  'ALL CAPITALS SAID THE FERRY SANK',
  'Der Hafen wurde am Montag geschlossen. 港は閉鎖された。',
  `${'and '.repeat(200)}the ferry sank.`,
  `"${'The quay, '.repeat(100)}"`,
  'said '.repeat(100),
]

/** Plain news sentences of invented people, in which most extractors find something. */
export const plainTexts: readonly string[] = [
  'Ruth Amsel, the port director of Varnholm, resigned on Friday after meeting the mayor, Lena Okafor.',
  '"We changed the rules in 2019," Anton Vale told Radio Varnholm. The union denies that it agreed.',
  'Nordkai Shipping, based in Ostlund, employs 400 people and will sell two ferries: the Heron and the Tern.\n\nIts owner was said to have moved to Varnholm. An inquiry into the crash, led by Hanna Lindqvist, may begin in May.',
]
