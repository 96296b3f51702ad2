import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { atRest, openApp, visit } from './app.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';
import { shapePng } from './pictures.ts';
import { drop } from './registration.ts';
import { violations } from './violations.ts';

const widths = {
  desktop: { width: 1280, height: 720 },
  // A window of 1280 × 720 at 200 %.
  zoomed: { width: 640, height: 360 },
  phone: { width: 390, height: 844 },
} as const;
type Width = keyof typeof widths;
/** A phone has fingers, too. */
const windows = {
  desktop: { viewport: widths.desktop },
  zoomed: { viewport: widths.zoomed },
  phone: { viewport: widths.phone, hasTouch: true, isMobile: true },
} as const;
const languages = ['en', 'ja'] as const;
const themes = ['light', 'dark'] as const;

interface State {
  /** The link, without version, language and theme. */
  readonly link: string;
  /** By hand, from there. */
  readonly enter?: (page: Page, width: Width) => Promise<void>;
  readonly leave?: (page: Page) => Promise<void>;
}

const escape = (page: Page) => page.keyboard.press('Escape');
const press = (key: string, wait: string) => async (page: Page) => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press(key);
  await page.locator(wait).first().waitFor();
};
/** Opens or folds a disclosure. */
const expand = async (page: Page, selector: string, open: boolean): Promise<void> => {
  const button = page.locator(selector);
  if ((await button.getAttribute('aria-expanded')) !== String(open)) await button.click();
};
/** On a phone words unfold to a sheet. */
const unfoldWords = async (page: Page, open: boolean): Promise<void> => {
  if (page.viewportSize()!.width < 720) await expand(page, '.say h2 button', open);
};
const QUIET = 'play=0&swarm=0';

const states: Readonly<Record<string, State>> = {
  opening: { link: 'play=0' },
  'every fold of the panel open, log height': {
    link: `${QUIET}&h=log&t=7`,
    enter: async (page) => {
      await expand(page, '.parameters .fold', true);
      await page.locator('button.section').first().waitFor();
      const folds = page.locator('button.section[aria-expanded=false]');
      while ((await folds.count()) > 0) await folds.first().click();
    },
    leave: async (page) => {
      const folds = page.locator('button.section[aria-expanded=true]');
      while ((await folds.count()) > 0) await folds.first().click();
      if (page.viewportSize()!.width < 720) await expand(page, '.parameters .fold', false);
    },
  },
  'panel folded or sheet open, an error in a field': {
    link: `${QUIET}&t=3`,
    enter: async (page, width) => {
      await expand(page, '.parameters .fold', width !== 'desktop');
      if (width === 'desktop') return;
      await page.locator('.optimizer input[type=text]').first().fill('nonsense');
      await page.locator('.number-field .field-error').first().waitFor();
    },
    leave: async (page) => {
      await expand(page, '.parameters .fold', true);
      await page.locator('.optimizer input[type=text]').first().press('Escape');
      if (page.viewportSize()!.width < 720) await expand(page, '.parameters .fold', false);
    },
  },
  'book view': { link: `view=book&${QUIET}&t=30` },
  overlay: { link: `view=overlay&${QUIET}&t=12` },
  'diverged run, left the map': { link: `view=book&${QUIET}&o=sgd;lr:1.5&t=30` },
  'notices about a link': { link: `view=book&${QUIET}&nosuch=1&t=never&s=nowhere` },
  help: { link: `view=book&${QUIET}`, enter: press('?', 'dialog[open]'), leave: escape },
  'data table': { link: `view=book&${QUIET}`, enter: press('d', 'dialog[open] td'), leave: escape },
  'badge open': {
    link: `view=overlay&${QUIET}`,
    enter: async (page) => {
      await page.locator('.badge > summary').press('Enter');
      await page.locator('.badge-details').waitFor();
    },
    leave: escape,
  },
  'formula card open, export menu open': {
    link: `view=book&${QUIET}&sel=adam&t=5`,
    enter: async (page) => {
      await unfoldWords(page, true);
      await expand(page, '.rule-card h2 button', true);
      await page.locator('.rule-lines').waitFor();
      if (await page.locator('.menu-button').isVisible()) await expand(page, '.menu-button', true);
      await page.locator('.export > summary').click();
    },
    leave: async (page) => {
      await escape(page);
      await escape(page);
      await expand(page, '.rule-card h2 button', false);
      await unfoldWords(page, false);
    },
  },
  'tour unfolded': {
    link: QUIET,
    enter: async (page) => {
      await unfoldWords(page, true);
      await expand(page, '.tour-toggle', true);
    },
    leave: async (page) => {
      await expand(page, '.tour-toggle', false);
      await unfoldWords(page, false);
    },
  },
  'question asked': { link: `${QUIET}&card=momentum` },
  'question judged, menu of exports open': {
    link: `view=overlay&${QUIET}&card=too-large&t=30`,
    enter: async (page) => {
      await page.locator('.answers button').first().click();
      await page.locator('.verdict:is(.right, .wrong)').waitFor();
      if (await page.locator('.menu-button').isVisible()) await expand(page, '.menu-button', true);
      await page.locator('.export > summary').click();
    },
    leave: escape,
  },
  'own formula': { link: `view=overlay&${QUIET}&f=x^2+y^4&d=-2,2,-2,2` },
  'chart grown': {
    link: `view=book&${QUIET}&t=12`,
    enter: press('g', '.bottom-bar.large'),
    leave: press('g', '.bottom-bar:not(.large)'),
  },
  'in forced colours': {
    link: `view=book&${QUIET}&t=9&sel=adam`,
    enter: (page) => page.emulateMedia({ forcedColors: 'active' }),
    leave: (page) => page.emulateMedia({ forcedColors: 'none' }),
  },
  presenting: { link: `view=book&${QUIET}&present=1&t=9` },
};

/**
 * Every pair of state, language, theme and width: each state at each width, languages and themes dealt so that no pair is missing
 * (asserted below).
 */
interface Combination {
  readonly state: string;
  readonly width: Width;
  readonly language: (typeof languages)[number];
  readonly theme: (typeof themes)[number];
}
const combinations: readonly Combination[] = Object.keys(states).flatMap((state, s) =>
  (Object.keys(widths) as Width[]).map((width, w) => ({
    state,
    width,
    language: languages[(s + w) % 2]!,
    theme: themes[(w === 0 ? s >> 1 : (s >> 1) + w + s) % 2]!,
  })),
);

test('each two of state, language, theme and width meet', () => {
  const dimensions = { state: Object.keys(states), width: Object.keys(widths), language: languages, theme: themes };
  const names = Object.keys(dimensions) as (keyof typeof dimensions)[];
  const missing = names.flatMap((a, i) =>
    names
      .slice(i + 1)
      .flatMap((b) =>
        dimensions[a].flatMap((valueOfA) =>
          dimensions[b]
            .filter((valueOfB) => !combinations.some((c) => c[a] === valueOfA && c[b] === valueOfB))
            .map((valueOfB) => `${valueOfA} × ${valueOfB}`),
        ),
      ),
  );
  expect(missing).toEqual([]);
});

/** Goes to a state of the app, audits it, goes back. */
async function audit(page: Page, { state, width, language, theme }: Combination): Promise<readonly string[]> {
  const { link, enter, leave } = states[state]!;
  await visit(page, `v=1&${link}&lang=${language}&theme=${theme}`);
  await page.locator(`html[lang=${language}][data-theme=${theme}]`).waitFor();
  await enter?.(page, width);
  let found = await violations(page);
  // Labels follow their picture frame by frame: in the first one they may still wear the other theme.
  if (found.length > 0) {
    await atRest(page);
    found = await violations(page);
  }
  await leave?.(page);
  return found.map((violation) => `${state}, ${width}, ${language}, ${theme}: ${violation}`);
}

describe('axe-core finds no violation', () => {
  const browser = useBrowser();

  test.each(Object.keys(widths) as Width[])('%s: all states, languages and themes dealt over them', async (width) => {
    const page = await openApp(browser(), `v=1&${QUIET}&view=book`, { ...windows[width], reducedMotion: 'reduce' });
    // The audit sees what there is to see: a picture without a name, a text that is too pale.
    await page.evaluate(() => {
      const planted = document.createElement('div');
      planted.id = 'planted';
      const pale = planted.appendChild(document.createElement('span'));
      pale.textContent = 'pale';
      [pale.style.color, pale.style.background] = ['#777', '#888'];
      planted.append(document.createElement('img'));
      for (const name of ['a', 'b']) {
        const small = planted.appendChild(document.createElement('button'));
        small.textContent = name;
        [small.style.width, small.style.height, small.style.padding] = ['16px', '16px', '0'];
      }
      planted.querySelector('img')!.src = 'icon.svg';
      document.querySelector('.bottom-bar')!.append(planted);
    });
    const planted = (await violations(page)).map((violation) => violation.split(':')[0]);
    expect(planted).toEqual(
      expect.arrayContaining(['image-alt', 'color-contrast', ...(width === 'desktop' ? ['target-size'] : [])]),
    );
    await page.evaluate(() => document.getElementById('planted')!.remove());
    const found: string[] = [];
    for (const combination of combinations) {
      if (combination.width === width) found.push(...(await audit(page, combination)));
    }
    expect(found).toEqual([]);
    expectClean(page);
    await closePage(page);
  });
});

/** One page a width for all tests around, from link to link. */
function usePages(): (width: Width) => Promise<Page> {
  const browser = useBrowser();
  const pages: Partial<Record<Width, Page>> = {};
  afterAll(() => Promise.all(Object.values(pages).map(closePage)));
  return async (width) =>
    (pages[width] ??= await openApp(browser(), 'v=1&view=book&play=0', {
      ...windows[width],
      reducedMotion: 'reduce',
    }));
}

describe('the registration scene', () => {
  const pageFor = usePages();

  test.each([
    ['at its end', '&t=66', 'desktop', 'en', 'light'],
    ['a card', '&t=30&card=reg-why&m=icp-point~icp-robust', 'desktop', 'ja', 'dark'],
    ['all in one picture, residuals in colour', '&t=66&ov=1&res=1', 'desktop', 'ja', 'light'],
    ['two of its panes', '&t=66&res=1', 'phone', 'en', 'dark'],
    ['scans', '&data=lidar&t=0', 'zoomed', 'en', 'light'],
    ['own clouds', '&data=own', 'desktop', 'en', 'light'],
    ['own clouds', '&data=own', 'phone', 'ja', 'dark'],
    ['in forced colours', '&t=66', 'desktop', 'ja', 'dark'],
  ] as const)('axe-core finds no violation: %s', async (what, more, width, language, theme) => {
    const page = await pageFor(width);
    await page.emulateMedia({ forcedColors: what === 'in forced colours' ? 'active' : 'none' });
    await visit(page, `v=1&scene=registration${more}&lang=${language}&theme=${theme}`);
    await page.locator(`html[lang=${language}][data-theme=${theme}]`).waitFor();
    await page.locator('.pane-numbers, .own-slot, .parameters.folded').first().waitFor();
    await page.locator('.pane-settings, .own-slot, .parameters.folded').first().waitFor();
    expect(await violations(page)).toEqual([]);
    expectClean(page);
  });
});

describe('the reconstruction scene', () => {
  const pageFor = usePages();
  /** Draws a little, so that the room holds an answer, too. */
  const room = async (page: Page) => {
    await page.locator('.rec-bring button').last().click();
    await page.locator('.rec-paper').focus();
    await page.keyboard.press(' ');
    for (let k = 0; k < 4; k++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press(' ');
    await page.locator('.rec-growing[data-answered=true]').waitFor();
  };
  const editor = async (page: Page) => {
    await drop(page, [{ name: 'mine.png', bytes: shapePng('chair', 4) }]);
    await page.locator('.rec-own button').click();
    await page.locator('.rec-edit-answer[data-answered=true]').waitFor();
  };

  test.each([
    ['the answer, its errors and threads', '&err=1&th=emd&t=5', 'desktop', 'en', 'light', '.colour-bar'],
    ['a card', '&card=rec-lookup&t=5', 'desktop', 'ja', 'dark', '.answers button'],
    ['two of its panes', '&t=5', 'phone', 'ja', 'light', '[data-line=lookup] td'],
    ['the two losses', '&view=losses&t=60', 'zoomed', 'en', 'dark', '[data-value=figure]'],
    ['kin', '&view=kin', 'desktop', 'en', 'dark', '[data-kin]'],
    ['many answers', '&view=many&mc=spread', 'phone', 'en', 'dark', '[data-value=spread]'],
    ['the drawing room', '', 'desktop', 'ja', 'light', '.rec-bring', room, escape],
    ['the editor', '', 'desktop', 'en', 'dark', '.rec-bring', editor, escape],
  ] as const)('axe-core finds no violation: %s', async (_, more, width, language, theme, wait, enter?, leave?) => {
    const page = await pageFor(width);
    await visit(page, `v=1&scene=reconstruction${more}&lang=${language}&theme=${theme}`);
    await page.locator(`html[lang=${language}][data-theme=${theme}]`).waitFor();
    await page.locator(wait).first().waitFor();
    await enter?.(page);
    expect(await violations(page)).toEqual([]);
    expectClean(page);
    await leave?.(page);
  });
});

describe('the learned descent', () => {
  const pageFor = usePages();

  test.each([
    ['at its end', '&t=10', 'desktop', 'en', 'dark', '.plot svg'],
    ['a card', '&card=sdm-newton&t=10', 'phone', 'ja', 'light', '.answers button'],
    ['in forced colours', '&t=3', 'zoomed', 'en', 'light', '.pane-numbers'],
  ] as const)('axe-core finds no violation: %s', async (what, more, width, language, theme, wait) => {
    const page = await pageFor(width);
    await page.emulateMedia({ forcedColors: what === 'in forced colours' ? 'active' : 'none' });
    await visit(page, `v=1&scene=sdm${more}&lang=${language}&theme=${theme}`);
    await page.locator(`html[lang=${language}][data-theme=${theme}]`).waitFor();
    await page.locator(wait).first().waitFor();
    expect(await violations(page)).toEqual([]);
    expectClean(page);
  });
});

describe('the networks', () => {
  const pageFor = usePages();

  test.each([
    ['net and loss', '&t=60', 'desktop', 'en', 'dark', '[data-value=grid]'],
    ['a card with its experiment', '&card=net-noise&t=1', 'phone', 'ja', 'light', '.answers button'],
    ['points of one’s own', '&d=own&pts=000000azzzzzzb&t=3', 'desktop', 'ja', 'light', '[data-pad]'],
  ] as const)('axe-core finds no violation: %s', async (_, more, width, language, theme, wait) => {
    const page = await pageFor(width);
    await visit(page, `v=1&scene=networks&k=60${more}&lang=${language}&theme=${theme}`);
    await page.locator(`html[lang=${language}][data-theme=${theme}]`).waitFor();
    await page.locator(wait).first().waitFor();
    expect(await violations(page)).toEqual([]);
    expectClean(page);
  });
});

describe('the microscope', () => {
  const pageFor = usePages();

  test.each([
    ['both nets', '&t=40', 'desktop', 'en', 'dark', '[data-value=loss]'],
    ['a card', '&card=mic-gradient&t=1', 'phone', 'ja', 'light', '.answers button'],
  ] as const)('axe-core finds no violation: %s', async (_, more, width, language, theme, wait) => {
    const page = await pageFor(width);
    await visit(page, `v=1&scene=microscope&n=200&k=40&w=30${more}&lang=${language}&theme=${theme}`);
    await page.locator(`html[lang=${language}][data-theme=${theme}]`).waitFor();
    await page.locator(wait).first().waitFor();
    expect(await violations(page)).toEqual([]);
    expectClean(page);
  });
});

describe('without WebGL', () => {
  const browser = useBrowser(['--disable-3d-apis']);

  test('axe-core finds no violation in the page that says so', async () => {
    const found: string[] = [];
    for (const [width, language, theme] of [
      ['desktop', 'en', 'dark'],
      ['zoomed', 'ja', 'dark'],
      ['phone', 'en', 'light'],
    ] as const) {
      const page = await openPage(browser(), `#v=1&${QUIET}&lang=${language}&theme=${theme}`, windows[width]);
      await page.getByRole('alert').waitFor();
      await page.locator('.optimizers, .parameters.folded').waitFor();
      found.push(...(await violations(page)).map((violation) => `${width}, ${language}, ${theme}: ${violation}`));
      expectClean(page);
      await closePage(page);
    }
    expect(found).toEqual([]);
  });
});
