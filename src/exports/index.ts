export { fieldAt, pathOf, type Row } from './columns.ts'
export { type Export, type ExportFormat, type ExportOrder, exportAnswer, exportFormats } from './export.ts'
