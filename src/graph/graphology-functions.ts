import louvainModule from 'graphology-communities-louvain'
import forceAtlas2Module from 'graphology-layout-forceatlas2'
import betweennessModule from 'graphology-metrics/centrality/betweenness.js'
import pagerankModule from 'graphology-metrics/centrality/pagerank.js'

/** The function that a CommonJS module is at run time, whether its types say so or give it as `default`. */
type Callable<Module> = Module extends { default: infer Function } ? Function : Module

/**
 * These packages are CommonJS: their default import is the function at run time and a namespace with a
 * `default` in their types. The casts stand here and nowhere else.
 */
export const louvain: Callable<typeof louvainModule> = louvainModule as never
/** The layout of Jacomy et al. 2014, "ForceAtlas2", PLOS ONE 9(6). */
export const forceAtlas2: Callable<typeof forceAtlas2Module> = forceAtlas2Module as never
/** PageRank of Page et al. 1999 by power iteration; throws when it does not converge. */
export const pagerank: Callable<typeof pagerankModule> = pagerankModule as never
/** Betweenness of Brandes 2001, "A faster algorithm for betweenness centrality", normalised to 0 to 1. */
export const betweenness: Callable<typeof betweennessModule> = betweennessModule as never
