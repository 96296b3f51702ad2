/**
 * @typedef {import('./sheet.ts').Tile} Tile
 * @typedef {{ blind?: boolean, verdicts?: import('./verdicts.mjs').Verdicts }} Shown what of figures and verdicts is shown: blind, none
 */

const kinds = {
  furniture: 'render of a mesh',
  drawing: 'drawn by hand',
};

/**
 * The contact sheet as a page of 1,000 CSS pixels, two tiles a row.
 * @param {readonly Tile[]} tiles
 * @param {Shown} shown
 */
export function sheetHtml(tiles, shown) {
  return `<!doctype html><meta charset="utf-8"><style>
    * { box-sizing: border-box; margin: 0 }
    body { width: 1000px; padding: 14px; background: #f1efe9; font: 11.5px/1.3 "DejaVu Sans", sans-serif; color: #22252a }
    main { display: grid; grid-template-columns: 1fr 1fr; gap: 9px }
    article { background: #fcfbf8; border: 1px solid #d9d5ca; border-radius: 6px; padding: 5px 7px 6px }
    header { display: flex; gap: 6px; white-space: nowrap; padding-bottom: 3px }
    header b { font-size: 12px } header b::first-letter { text-transform: uppercase } header b { display: inline-block } header span { color: #6b6f76 } header i { margin-left: auto; font-style: normal; color: #454a52 }
    .panes { display: flex; gap: 2px; height: 92px }
    .panes img { width: 92px; height: 92px }
    .panes p { flex: 1; align-self: center; color: #8a2a1c; padding: 0 10px }
    .net { color: #104e8b } .look { color: #ab520c }
    .key { font-size: 11.5px; line-height: 1.42; padding: 8px 10px }
    .legend { display: flex; gap: 2px; font-size: 10.5px; color: #6b6f76; padding: 0 8px 5px }
    .legend span { width: 92px; text-align: center } .legends { display: grid; grid-template-columns: 1fr 1fr; gap: 9px }
  </style><div class="legends">${legend}${legend}</div><main>${tiles.map((tile) => article(tile, shown)).join('')}${keyOf(tiles, shown)}</main>`;
}

const legend = `<div class="legend"><span>input, cut out</span><span class="net">network</span><span class="net">turned 60°</span><span class="look">look-up</span><span class="look">turned 60°</span></div>`;

/**
 * @param {readonly Tile[]} tiles
 * @param {Shown} shown
 */
function keyOf(tiles, { blind = false, verdicts }) {
  const has = (/** @type {(tried: Tile['tried']) => boolean} */ holds) => tiles.some(({ tried }) => holds(tried));
  const figures = [
    ...(has(({ chamfer }) => chamfer !== null) ? ['CD: Chamfer distance to the truth × 10³ (longest edge 1).'] : []),
    ...(has(({ overlap }) => overlap !== null)
      ? ['IoU: of the cut and the mask drawn by hand; □ cut with one box, where the automatic cut says a doubt.']
      : []),
    'Unlike: share of held-out training pictures that look less foreign.',
  ];
  const said = [
    'Red: the outline of the cut.',
    '<span class="net">Blue: 1,024 points of the network</span>;',
    '<span class="look">brown: the training shape of the most similar mask</span>. The nearer a dot, the darker.',
    ...(blind ? [] : figures),
    ...(verdicts ? ['In words: what two judges called the answer.'] : []),
  ];
  return `<article class="key"><b>All that were tried, none left out.</b> ${said.join(' ')}</article>`;
}

/**
 * @param {Tile} tile
 * @param {Shown} shown
 */
function article({ tried, panes }, { blind = false, verdicts }) {
  const { kind, name, cut, overlap, novelty, chamfer } = tried;
  const judged = (verdicts?.judges ?? []).map((judge) => judge[name]);
  const figures = [
    ...(judged.length > 0 ? [`<b>${[...new Set(judged)].join(' / ')}</b>`] : []),
    ...(chamfer
      ? [
          `CD <b class="net">${(1e3 * chamfer.network).toFixed(1)}</b> · <b class="look">${(1e3 * chamfer.retrieval).toFixed(1)}</b>`,
        ]
      : []),
    ...(overlap === null ? [] : [`${cut === 'drawn box' ? '□ ' : ''}IoU ${overlap.toFixed(2)}`]),
    ...(novelty === null ? [] : [`unlike ${Math.round(100 * novelty)} %`]),
  ];
  const refused = typeof cut === 'object' ? `<p>Not cut out. ${escaped(cut.refused)}</p>` : '';
  const images = panes.map((url) => `<img src="${url}" alt="">`).join('');
  const about = kind === 'photograph' ? '' : `<span>${kinds[kind]}</span>`;
  return `<article><header><b>${escaped(name)}</b>${about}<i>${blind ? '' : figures.join(' · ')}</i></header>
    <div class="panes">${images}${refused}</div></article>`;
}

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
