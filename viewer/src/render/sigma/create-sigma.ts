import EdgeCurveProgram, { createEdgeCurveProgram } from '@sigma/edge-curve'
import { createNodeBorderProgram } from '@sigma/node-border'
import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { createEdgeArrowProgram, EdgeLineProgram } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types'

/** How a node or an edge looks now; undefined hides it. */
export interface Looks {
  node(key: string): Partial<NodeDisplayData> | undefined
  edge(key: string): Partial<EdgeDisplayData> | undefined
  /** Size of everything at a camera ratio. */
  sizes(ratio: number): number
}

const arrow = { lengthToThicknessRatio: 4.2, widenessToThicknessRatio: 3.6 }

/** Sigma on an empty graph, with the programs that draw discs with a border, arrows, curves and plain lines. */
export function createSigma(container: HTMLElement, looks: Looks): Sigma {
  return new Sigma(new MultiDirectedGraph(), container, {
    allowInvalidContainer: true,
    renderLabels: false,
    renderEdgeLabels: false,
    enableEdgeEvents: false,
    enableCameraRotation: false,
    zIndex: false,
    stagePadding: 0,
    minCameraRatio: 0.002,
    maxCameraRatio: 8,
    minEdgeThickness: 0.6,
    defaultDrawNodeHover: () => {},
    defaultNodeType: 'bordered',
    nodeProgramClasses: {
      bordered: createNodeBorderProgram({
        borders: [
          {
            size: { attribute: 'edgeSize', defaultValue: 1.5, mode: 'pixels' },
            color: { attribute: 'edgeColor' },
          },
          { size: { fill: true }, color: { attribute: 'color' } },
        ],
      }),
    },
    edgeProgramClasses: {
      straight: createEdgeArrowProgram(arrow),
      curved: createEdgeCurveProgram({ arrowHead: { extremity: 'target', ...arrow } }),
      bow: EdgeCurveProgram,
      line: EdgeLineProgram,
    },
    zoomToSizeRatioFunction: (ratio) => looks.sizes(ratio),
    nodeReducer: (key, data): Partial<NodeDisplayData> => {
      const look = looks.node(key)
      return look === undefined ? { ...data, hidden: true } : { ...data, hidden: false, label: null, ...look }
    },
    edgeReducer: (key, data): Partial<EdgeDisplayData> => {
      const look = looks.edge(key)
      return look === undefined ? { ...data, hidden: true } : { ...data, hidden: false, label: null, ...look }
    },
  })
}
