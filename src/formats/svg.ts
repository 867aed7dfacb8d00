// Draws a graph that is given in the DOT language.
import { Graphviz } from '@hpcc-js/wasm-graphviz';

/**
 * The picture of a graph.                                                                              Rule [SVG1].
 * @param dot - a graph in the DOT language
 * @throws Error where the text is not DOT: whoever made it is to blame
 * @complexity layered layout: seconds for a few hundred nodes
 * @source E. R. Gansner, E. Koutsofios, S. C. North and K.-P. Vo, A Technique for Drawing Directed Graphs, IEEE
 * Transactions on Software Engineering 19(3), 1993.
 */
export async function drawSvg(dot: string): Promise<string> {
  const graphviz = await Graphviz.load();
  return graphviz.layout(dot, 'svg', 'dot');
}
