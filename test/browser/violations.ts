import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** The policy refuses a script from elsewhere, so axe comes in as text, through the debugger. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core's default rules, and that of the size of targets (WCAG 2.5.8: 24 px), find on the page as it stands, as `rule: element (why)`. */
export async function violations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(async () => {
    const results = await window.axe.run(document, {
      resultTypes: ['violations'],
      rules: {
        'target-size': { enabled: true },
        // There the system's colours are seen, and the page's are computed.
        'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches },
      },
    });
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary ?? ''})`),
    );
  });
}
