// Writes a network as GEXF, the format that Gephi calls its own.
import type { Network } from '../network.ts';
import { escapeXml, nodesAndEdges } from './edges.ts';

/**
 * GEXF 1.3: as GraphML, `weight` is the size of a weight and the attribute `signed` the weight itself.
 *                                                                                            Rules [NET15], [NET16].
 * @complexity O(rows · columns)
 * @source gexf.net, GEXF 1.3.
 */
export function networkGexf(network: Network): string {
  const { nodes, edges } = nodesAndEdges(network);
  const value = (attribute: string, text: string): string =>
    `<attvalues><attvalue for="${attribute}" value="${text}"/></attvalues>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    '  <graph defaultedgetype="undirected" mode="static">',
    '    <attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes>',
    '    <attributes class="edge"><attribute id="signed" title="signed" type="double"/></attributes>',
    '    <nodes>',
    ...nodes.map(
      ({ id, label, kind }) =>
        `      <node id="${id}" label="${escapeXml(label)}">${value('kind', kind)}</node>`,
    ),
    '    </nodes>',
    '    <edges>',
    ...edges.map(
      ({ source, target, weight }, index) =>
        `      <edge id="e${index}" source="${source.id}" target="${target.id}" weight="${Math.abs(weight)}">` +
        `${value('signed', String(weight))}</edge>`,
    ),
    '    </edges>',
    '  </graph>',
    '</gexf>',
    '',
  ].join('\n');
}
