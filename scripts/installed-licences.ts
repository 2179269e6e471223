import { readFileSync } from 'node:fs'

/** A package that an installation of Redthread has. */
export interface InstalledPackage {
  readonly name: string
  readonly version: string
  /** SPDX, as the package says it. */
  readonly license: string
}

interface LockEntry {
  readonly version: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
}

/** Every package that npm installs for a user, by name, from package-lock.json. */
export function installedPackages(): InstalledPackage[] {
  const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
    packages: Readonly<Record<string, LockEntry>>
  }
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { version, license = 'none given' }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version,
      license,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
