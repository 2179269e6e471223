import { loadAnnotator } from '../src/read/load-annotator.ts'

// What loading the engine costs a process that does nothing else; bench/language.ts runs this.
const started = performance.now()
loadAnnotator().annotate('The port opened again.')
const loadMs = Math.round(performance.now() - started)
console.log(JSON.stringify({ loadMs, memoryMb: Math.round(process.memoryUsage().rss / 1e6) }))
