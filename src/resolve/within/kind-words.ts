/** What a noun that tells a kind of body says of the names it may stand for: a pattern over the name in small letters. */
export const kindWords: ReadonlyMap<string, RegExp> = new Map([
  ...kinds(
    'watchdog regulator ombudsman',
    /\b(office (for|of)|ombudsman|regulator|inspectorate|standards|conduct|complaints|conduct authority|regulatory)\b/,
  ),
  ...kinds('force constabulary', /\b(police|constabulary|met|metropolitan)( service| force| department)?$/),
  ...kinds(
    'company firm corporation business group',
    /\b(inc|ltd|plc|corp|corporation|company|group|holdings|shipping|lines|motors|energy|partners|technologies|systems)\.?$/,
  ),
  ...kinds('airline carrier', /\b(airlines?|airways|air|aviation)$/),
  ...kinds('broadcaster', /\b(bbc|itv|cnn|nbc|abc|cbs|rté|broadcasting|television|tv|radio)\b/),
  ...kinds(
    'newspaper paper daily tabloid',
    /\b(times|guardian|telegraph|mail|post|herald|tribune|gazette|chronicle|journal|observer|mirror|express|courier)$/,
  ),
  ...kinds('club side', /\b(fc|afc|cf|united|city|rovers|wanderers|athletic|club|rangers)$/),
  ...kinds('charity', /\b(trust|foundation|charity|aid)$/),
  ...kinds('party', /\b(party|democrats|republicans|conservatives|labour|liberals|greens)$/),
  ...kinds('retailer supermarket', /\b(stores?|supermarkets?|retail)$/),
])

function kinds(words: string, names: RegExp): (readonly [string, RegExp])[] {
  return words.split(' ').map((word) => [word, names] as const)
}
