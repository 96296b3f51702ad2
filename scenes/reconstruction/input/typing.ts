/** Inputs without text in them: what is pasted there is not for them. */
const textless = ['range', 'radio', 'checkbox', 'file'] as const;

/** What takes pasted text; an element lies in one where `closest` of it finds something. */
export const TEXT_FIELDS = `input${textless.map((type) => `:not([type=${type}])`).join('')}, textarea, select`;
