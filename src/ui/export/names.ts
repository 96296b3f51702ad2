/** The address of the bare scene for an <iframe>: the link of the page with `?embed` before its `#`. */
export function embedAddress(link: string): string {
  const at = link.indexOf('#');
  return at < 0 ? `${link}?embed` : `${link.slice(0, at)}?embed${link.slice(at)}`;
}

/** What one pastes into a page. A fragment holds no quote and no bracket; only `&` needs its escape in an attribute. */
export function embedCode(link: string, title: string): string {
  const address = escapeXml(embedAddress(link));
  return `<iframe src="${address}" title="${escapeXml(title)}" width="960" height="600" loading="lazy" allow="fullscreen"></iframe>`;
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
