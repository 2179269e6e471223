export { defaultBase, type Exporter, type ExportFile, type ExportSettings } from './exporter.ts'
export { exporters } from './exporters.ts'
