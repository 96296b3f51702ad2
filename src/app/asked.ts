/** What the address asks for besides the state, which stands in its fragment. */
export const query = new URLSearchParams(location.search);

/** The scene with its transport, nothing else. */
export const embed = query.has('embed');
