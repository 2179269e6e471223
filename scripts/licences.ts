// Prints what an installation has, with its licence: `npm run licences`.
import { installedPackages } from './installed-licences.ts'

for (const { name, version, license } of installedPackages()) console.log(`${name} ${version}: ${license}`)
