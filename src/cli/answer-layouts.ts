import type { ItemName } from '../query/index.ts'
import {
  type Cell,
  cardCells,
  contradictionCells,
  entityCells,
  evidenceCells,
  figureCells,
  hitCells,
  neighbourCells,
  pathCells,
  relationCells,
  timelineCells,
  whyCells,
} from './answer-cells.ts'
import {
  cardText,
  contradictionText,
  entityText,
  evidenceItemText,
  figureText,
  hitText,
  neighbourText,
  pathText,
  relationText,
  timelineText,
  whyText,
} from './answer-text.ts'
import type { Style } from './style.ts'

/** How items of one shape are written for people and as rows of a table. */
export interface AnswerLayout<Item = unknown> {
  /** An item for the eye, ends with a line end. */
  text(item: Item, style: Style): string
  /** An item as rows of cells by column name; every row of one shape has the same columns. */
  cells(item: Item): readonly Readonly<Record<string, Cell>>[]
}

/** Keeps the types of a layout together while its list forgets them. */
const layout = <Item>(text: AnswerLayout<Item>['text'], cells: AnswerLayout<Item>['cells']): AnswerLayout =>
  ({ text, cells }) as AnswerLayout

/** The layout of each shape of the answer model. */
export const answerLayouts: Readonly<Record<ItemName, AnswerLayout>> = {
  Relation: layout(relationText, relationCells),
  Entity: layout(entityText, entityCells),
  EntityCard: layout(cardText, cardCells),
  Path: layout(pathText, pathCells),
  Neighbour: layout(neighbourText, neighbourCells),
  TimelineEntry: layout(timelineText, timelineCells),
  Hit: layout(hitText, hitCells),
  Contradiction: layout(contradictionText, contradictionCells),
  EvidenceItem: layout(evidenceItemText, evidenceCells),
  Figure: layout(figureText, figureCells),
  Why: layout(whyText, whyCells),
}
