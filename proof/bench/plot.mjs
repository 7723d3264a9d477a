// Draws a chart of the report that `bin/bench --json FILE` wrote: `node proof/bench/plot.mjs FILE > docs/performance.svg`

import { readFileSync } from 'node:fs';
import { median } from './table.mjs';

const { machine, variants } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const bars = Object.entries(variants).map(([name, runs]) => ({ name, millis: Math.round(median(runs, 'total')) }));
const longest = Math.max(...bars.map((bar) => bar.millis));
const [left, width, row] = [230, 420, 34];
const height = bars.length * row + 70;
const text = (x, y, content, more = '') => `  <text x="${x}" y="${y}" ${more}>${content.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</text>`;

console.log(
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 90} ${height}" font-family="sans-serif" font-size="14" role="img">`,
    '  <title>Milliseconds to the first reply</title>',
    `  <rect width="100%" height="100%" fill="#fff"/>`,
    text(10, 24, 'Milliseconds to the first reply', 'font-weight="bold"'),
    ...bars.flatMap(({ name, millis }, index) => [
      text(10, 58 + index * row, name),
      `  <rect x="${left}" y="${42 + index * row}" width="${Math.max(2, Math.round((millis / longest) * width))}" height="22" fill="${name.startsWith('this') ? '#2563eb' : '#9ca3af'}"/>`,
      text(left + 8 + Math.max(2, Math.round((millis / longest) * width)), 58 + index * row, String(millis)),
    ]),
    text(10, height - 10, `bin/bench, ${machine.date}, ${machine.cpus}, JDK ${machine.java}; medians`, 'font-size="11" fill="#555"'),
    '</svg>',
  ].join('\n'),
);
