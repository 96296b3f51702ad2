import { escaped, previewMarkup } from './tags.mjs';

/**
 * A page that shows its preview to whoever asks for it and sends a reader on to the app: no script, no style, so it stands under any policy.
 * @param {import('./tags.mjs').Preview & { readonly link: string, readonly file: string }} page `link`: where the reader goes; `file`: the
 * picture's name beside the page
 */
export function previewPage({ link, file, ...preview }) {
  const { title, description, language } = preview;
  const to = escaped(link);
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escaped(title)}</title>
    <meta name="description" content="${escaped(description)}" />
${previewMarkup(preview)}
    <meta http-equiv="refresh" content="0; url=${to}" />
  </head>
  <body>
    <h1><a href="${to}">${escaped(title)}</a></h1>
    <p>${escaped(description)}</p>
    <p><a href="${to}"><img src="${escaped(file)}" alt="" width="600" /></a></p>
  </body>
</html>
`;
}
