import source from './snippet.py?raw';

/** Twenty lines of Python that keep a PyTorch model's weights along its training, in the format that `readRun` reads: to be shown and copied. */
export const torchSnippet: string = source;
