import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { HeadedRows } from '../../src/scene/panel/HeadedRows.tsx';

test('rows under a heading are a group that the heading names', () => {
  const rows = ['one', 'two'].map((key) => ({ key, content: createElement('input', { 'aria-label': key }) }));
  const markup = renderToStaticMarkup(createElement(HeadedRows, { heading: 'Keys', rows }));
  const [, id] = /^<div role="group" class="headed-rows" aria-labelledby="([^"]+)">/.exec(markup) ?? [];
  expect(id).toBeDefined();
  expect(markup).toContain(`<h3 id="${id}">Keys</h3>`);
  expect(markup.match(/<input/g)).toHaveLength(2);
});
