/** Where this programme lies, as a URL: its bundle, or these sources. What is built beside it is looked for from here. */
export const HOME = import.meta.url
