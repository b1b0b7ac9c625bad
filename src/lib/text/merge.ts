/** Texts with fields in braces: "Es geht um {haus}." */
const field = /\{([^{}\n]{1,40})\}/g;
const keyOf = (name: string): string => name.trim().toLowerCase();

/** The fields of a text that are none of these, as they stand there. */
export const strangeFields = (text: string, names: readonly string[]): string[] =>
	[...text.matchAll(field)].filter(([, name = '']) => !names.includes(keyOf(name))).map(([all]) => all);

/** The fields that a text uses, each once. */
export const fieldsIn = (text: string): string[] => [...new Set([...text.matchAll(field)].map(([, name = '']) => keyOf(name)))];

/** The text with its fields filled in. What stands in a value is never read as a field; a field that is not there stays as it is. */
export const mergeFields = (text: string, values: Readonly<Record<string, string>>): string =>
	text.replace(field, (all, name: string) => (Object.hasOwn(values, keyOf(name)) ? (values[keyOf(name)] ?? all) : all));
