import iterate from 'graphology-layout-forceatlas2/iterate.js'
import { type LayoutStep, type LayoutTask, nodeWidth } from './layout-task.ts'

/** Milliseconds between two messages: some thirty a second. */
const beat = 33

// ForceAtlas2 (Jacomy et al. 2014) with the settings of the build
self.onmessage = ({ data: { nodes, edges, iterations } }: MessageEvent<LayoutTask>) => {
  const order = nodes.length / nodeWidth
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 12,
    strongGravityMode: true,
    gravity: 0.1,
    slowDown: 1 + Math.log(Math.max(1, order)),
    barnesHutOptimize: order > 1000,
    barnesHutTheta: 0.5,
  }
  let left = iterations
  const portion = (): void => {
    const start = performance.now()
    while (left > 0 && performance.now() - start < beat) {
      iterate(settings, nodes, edges)
      left--
    }
    const positions = new Float32Array(order * 2)
    for (let node = 0; node < order; node++) {
      positions[node * 2] = nodes[node * nodeWidth]!
      positions[node * 2 + 1] = nodes[node * nodeWidth + 1]!
    }
    const step: LayoutStep = { positions, done: left === 0 }
    self.postMessage(step, { transfer: [positions.buffer] })
    if (left > 0) setTimeout(portion)
  }
  portion()
}
