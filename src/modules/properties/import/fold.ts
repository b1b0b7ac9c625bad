import { remember } from './remember.ts';

const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe' };

/** Words for comparison: "GrundstücksFläche (m²)" becomes "grundstuecks flaeche m2". */
export const foldWords = remember((text) =>
	text
		.replace(/([a-zäöüß])([A-ZÄÖÜ])/g, '$1 $2')
		.toLowerCase()
		.replace(/[äöüßæø]/g, (c) => umlauts[c] ?? c)
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9€%]+/g, ' ')
		.trim()
);

/** The same without spaces, for keys: "Haupt-Straße 12 a" becomes "hauptstrasse12a". */
export const foldKey = (text: string): string => foldWords(text.toLowerCase()).replaceAll(' ', '');
