import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/**
 * Vite plugin that writes a Content-Security-Policy into the built page: the scripts of the page itself
 * by their hash, inline styles, images and workers from memory, and no connection to anywhere. The same page opened
 * from disk and from the server is held to it.
 */
export function contentPolicy(): Plugin {
  return {
    name: 'redthread-content-policy',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle): void {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue
          const page = String(file.source)
          const hashes = [...page.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(
            (match) =>
              `'sha256-${createHash('sha256')
                .update(match[1] ?? '')
                .digest('base64')}'`,
          )
          const policy = [
            "default-src 'none'",
            `script-src ${hashes.join(' ')}`,
            "style-src 'unsafe-inline'",
            'img-src data: blob:',
            'worker-src blob:',
            "base-uri 'none'",
            "form-action 'none'",
          ].join('; ')
          file.source = page.replace(
            '<meta charset="utf-8">',
            () => `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">`,
          )
        }
      },
    },
  }
}
