import type Sigma from 'sigma'

/** A canvas of our own between Sigma's layers, in CSS pixels. */
export interface CanvasLayer {
  readonly context: CanvasRenderingContext2D
  /** Fits the canvas to the window and wipes it. */
  clear(): void
}

export function addCanvasLayer(
  sigma: Sigma,
  id: string,
  place: { beforeLayer: string } | { afterLayer: string },
): CanvasLayer {
  const canvas = sigma.createCanvas(id, { style: { pointerEvents: 'none' }, ...place })
  const context = canvas.getContext('2d')!
  return {
    context,
    clear() {
      const { width, height } = sigma.getDimensions()
      const ratio = globalThis.devicePixelRatio || 1
      const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)]
      if (canvas.width !== wide || canvas.height !== high) {
        canvas.width = wide
        canvas.height = high
      }
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.clearRect(0, 0, wide, high)
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
    },
  }
}
