export type { Exporter, ExportFile } from './exporter.ts'
export { exporters } from './exporters.ts'
