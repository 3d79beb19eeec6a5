/** CSV files that a spreadsheet opens rightly and cannot be made to run. */
export { csvCell, csvFile, csvLine, type Cell } from '../app/csv.ts'
