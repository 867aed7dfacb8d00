// Checks that graphs are drawn.
import { expect, test } from 'vitest';
import { drawSvg } from './svg.ts';

test('[SVG1] a graph becomes a picture with its labels', async () => {
  const svg = await drawSvg('digraph { a [label="R & D \\"<1>\\""]; a -> b }');
  expect(svg).toMatch(/^<\?xml[\s\S]*<svg [\s\S]*<\/svg>\s*$/);
  expect(svg).toContain('R &amp; D &quot;&lt;1&gt;&quot;');
  expect(svg).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
});

test('[SVG1] what is no graph is the fault of whoever made it', async () => {
  await expect(drawSvg('digraph {')).rejects.toThrow();
});
