// Writes a network as GraphML that Gephi, igraph and networkx open.
import type { Network } from '../network.ts';
import { escapeXml, nodesAndEdges } from './edges.ts';

/**
 * GraphML 1.0 without extensions: an undirected graph with `label` and `kind` of nodes, `weight` and `signed` of ties.
 *                                                                                            Rules [NET15], [NET16].
 *
 * Gephi draws no tie whose weight is below 0, so `weight` is the size of the weight, and `signed` the weight itself.
 * @complexity O(rows · columns)
 * @source graphml.graphdrawing.org, GraphML 1.0 with the attributes extension.
 */
export function networkGraphml(network: Network): string {
  const { nodes, edges } = nodesAndEdges(network);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '  <key id="label" for="node" attr.name="label" attr.type="string"/>',
    '  <key id="kind" for="node" attr.name="kind" attr.type="string"/>',
    '  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>',
    '  <key id="signed" for="edge" attr.name="signed" attr.type="double"/>',
    '  <graph id="network" edgedefault="undirected">',
    ...nodes.map(
      ({ id, label, kind }) =>
        `    <node id="${id}"><data key="label">${escapeXml(label)}</data><data key="kind">${kind}</data></node>`,
    ),
    ...edges.map(
      ({ source, target, weight }, index) =>
        `    <edge id="e${index}" source="${source.id}" target="${target.id}">` +
        `<data key="weight">${Math.abs(weight)}</data><data key="signed">${weight}</data></edge>`,
    ),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}
