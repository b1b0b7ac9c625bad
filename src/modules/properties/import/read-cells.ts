import type { AddressParts } from './address-text.ts';
import { parseAddress, splitPlace, splitStreet } from './address-text.ts';
import { parseDate } from './dates.ts';
import { fields, type Column, type FieldId } from './fields.ts';
import { parseNumber, parseQuantity } from './numbers.ts';
import { readWord, readWords, type WordTable } from './read-words.ts';
import type { Town } from './town.ts';
import * as words from './vocabulary-values.ts';

/** What a cell says: values in the words of the property form, and whether its own text should be kept because something is lost. */
export type Said = { values: Record<string, unknown>; keep?: boolean; notice?: { code: string; message: string } };

const nothing = (code: string, message: string): Said => ({ values: {}, keep: true, notice: { code, message } });

const wordTables: Partial<Record<FieldId, WordTable<string>>> = {
	propertyType: words.propertyTypeWords,
	condition: words.conditionWords,
	heritage: words.heritageWords,
	accessibility: words.accessibilityWords,
	vacancyDegree: words.vacancyDegreeWords,
	lastUse: words.lastUseWords,
	setting: words.settingWords,
	offerModes: words.offerModeWords,
	usesWanted: words.useWords
};

const shortened = (text: string, max: number): Said['notice'] =>
	text.length > max
		? { code: 'text-shortened', message: `Der Text ist länger als ${max} Zeichen; der ganze Wortlaut steht in den Zusatzangaben.` }
		: undefined;

const maxima: Partial<Record<FieldId, number>> = { title: 120, summary: 600, houseNumber: 20, postalCode: 5, city: 120, district: 120 };

function readText(text: string, { field }: Column): Said {
	const max = maxima[field] ?? 120;
	const notice = shortened(text, max);
	return { values: { [field]: notice ? `${text.slice(0, max - 1).trimEnd()}…` : text }, keep: Boolean(notice), notice };
}

function readWordCell(text: string, { field }: Column): Said {
	const word = readWord(text, wordTables[field] ?? []);
	const kept = `„${text.slice(0, 60)}“ ist keinem Eintrag zugeordnet; das Feld bleibt unbekannt, der Wortlaut wird aufgehoben.`;
	return word ? { values: { [field]: word }, keep: text.length > 20 } : nothing('word-unknown', kept);
}

function readWordsCell(text: string, { field }: Column): Said {
	const { words: found, rest } = readWords(text, wordTables[field] ?? []);
	if (found.length === 0)
		return nothing('word-unknown', `„${text.slice(0, 60)}“ ist keinem Eintrag zugeordnet; der Wortlaut wird aufgehoben.`);
	return { values: { [field]: found }, keep: rest.length > 0 };
}

/** "0.426 Fylde Council", "250 zzgl. Keller": the number in front, when nothing else in the cell could be one and it counts no rooms. */
function areaInFront(text: string, column: Column): Said {
	const [, number, words = ''] = /^(\d[\d.,]*)\s+(\D+)$/.exec(text) ?? [];
	if (!number || !column.unit || /zimmer|etage|geschoss|stock|r(a|ä)um|wohn|einheit|stück|parz|halle/i.test(words))
		return nothing('number-unreadable', `„${text.slice(0, 60)}“ ist keine Fläche; das Feld bleibt leer.`);
	const read = readArea(number, column);
	const message = `Aus „${text.slice(0, 60)}“ wird die Zahl am Anfang übernommen; der Wortlaut wird aufgehoben.`;
	return read.notice ? read : { ...read, keep: true, notice: { code: 'number-with-words', message } };
}

function readArea(text: string, column: Column): Said {
	const quantity = parseQuantity(text, column.numbers);
	if (!quantity) return areaInFront(text, column);
	if (quantity.value < 0 || quantity.unit?.includes('€'))
		return nothing('number-unreadable', `„${text.slice(0, 60)}“ ist keine Fläche; das Feld bleibt leer.`);
	const unit = quantity.unit ?? column.unit;
	const factor = unit === 'ha' ? 10_000 : unit === 'a' ? 100 : 1;
	const value = Number((quantity.value * factor).toPrecision(6));
	if (value > 1e7) return nothing('number-too-large', `„${text.slice(0, 60)}“ ist für eine Fläche zu groß; das Feld bleibt leer.`);
	const estimated = quantity.approximate && !fields[column.field].label.includes('Grundstück') ? { areaBasis: 'estimated' } : {};
	const notice =
		quantity.from === undefined
			? undefined
			: { code: 'span', message: `Aus der Spanne „${text.slice(0, 60)}“ wird die obere Zahl übernommen.` };
	return { values: value === 0 ? {} : { [column.field]: value, ...estimated }, keep: quantity.approximate, notice };
}

function readYear(text: string, { field }: Column): Said {
	const years = [...text.matchAll(/\b(1[0-9]\d\d|20\d\d)\b/g)].map(([year]) => Number(year));
	const [year] = years;
	if (year === undefined || years.length > 1)
		return nothing(
			'year-unreadable',
			`„${text.slice(0, 60)}“ ist kein einzelnes Jahr; das Feld bleibt leer, der Wortlaut wird aufgehoben.`
		);
	return { values: { [field]: year }, keep: text !== String(year) };
}

function readStoreys(text: string, { field }: Column): Said {
	const roman = { I: 1, II: 2, III: 3, IV: 4, V: 5 }[text.toUpperCase()];
	const n = roman ?? parseNumber(text);
	return n !== null && Number.isInteger(n) && n >= 0 && n < 100
		? { values: { [field]: n } }
		: nothing('number-unreadable', `„${text.slice(0, 60)}“ ist keine ganze Zahl; das Feld bleibt leer.`);
}

function readDateCell(text: string, { field, slashes }: Column): Said {
	const found = parseDate(text, slashes ?? null);
	if (found === 'ambiguous')
		return nothing(
			'date-ambiguous',
			`Bei „${text}“ ist offen, was Tag und was Monat ist; das Feld bleibt leer. Eindeutig wäre 22.11.2026.`
		);
	if (!found) return nothing('date-unreadable', `„${text.slice(0, 60)}“ ist kein Datum; das Feld bleibt leer.`);
	return {
		values: { [field]: found.date, ...(field === 'vacantSince' && { vacantSincePrecision: found.precision }) },
		keep: found.precision === 'estimated'
	};
}

const priceWords: [RegExp, string][] = [
	[/\b(v\.?b\.?|vhb|verhandlung\w*|verhandelbar)\b/i, 'market'],
	[/mindest/i, 'minimum'],
	[/anfrage|n\.?\s?v\.?\b|nach vereinbarung/i, 'on_request'],
	[/konzept/i, 'concept_only'],
	[/fest(preis)?/i, 'fixed']
];

function readMoney(text: string, column: Column): Said {
	const priceType = priceWords.find(([pattern]) => pattern.test(text))?.[1];
	const bare = text
		.replace(
			/\b(v\.?b\.?|vhb|verhandlungsbasis|verhandelbar|festpreis|mindestgebot|mindestpreis|ab|p\.?\s?m\.?|mtl\.?|monatlich|im monat|\/\s?monat|pro monat|kostenlos)\b/gi,
			''
		)
		.replace(/:/g, '');
	const free = /kostenlos|unentgeltlich|kostenfrei/i.test(text);
	const quantity = free ? { value: 0, approximate: false, unit: undefined } : parseQuantity(bare, column.numbers);
	if (!quantity)
		return priceType
			? { values: { priceType }, keep: true }
			: nothing('price-unreadable', `„${text.slice(0, 60)}“ ist kein Betrag; das Feld bleibt leer.`);
	const unit = quantity.unit ?? column.unit;
	const amount = quantity.value * (unit === 'T€' ? 1000 : unit === 'Mio €' ? 1_000_000 : 1);
	if (amount < 0 || amount > 1e9)
		return nothing('price-unreadable', `„${text.slice(0, 60)}“ ist kein möglicher Betrag; das Feld bleibt leer.`);
	if (column.field === 'ancillaryCosts') return { values: { ancillaryCosts: amount } };
	const monthly = column.field === 'rentAmount' || /monat|mtl|p\.?\s?m\b/i.test(text);
	const priceUnit =
		unit === '€/m²' && (monthly || amount < 100)
			? 'm2_month'
			: unit === '€/m²'
				? null
				: /jahr|p\.?\s?a\b/i.test(text)
					? 'year'
					: monthly
						? 'month'
						: 'total';
	if (!priceUnit) return nothing('price-unreadable', `„${text.slice(0, 60)}“ ist ein Preis je Quadratmeter Kauf; das Feld bleibt leer.`);
	return { values: { priceAmount: amount, priceUnit, priceType: priceType ?? 'fixed' }, keep: quantity.approximate };
}

function readYesNo(text: string, { field }: Column): Said {
	const answer = readWord(text, words.yesNoWords);
	if (answer === 'yes') return { values: { [field]: true } };
	return answer === 'no' ? { values: {} } : { values: {}, keep: true };
}

function postalCode(text: string, town: Town): Said {
	const [code] = /\d{4,5}/.exec(text) ?? [];
	const padded = code?.length === 4 ? `0${code}` : code;
	if (!padded || (code?.length === 4 && !town.postalCodes.has(padded) && !town.postalCodesElsewhere.has(padded)))
		return nothing('postal-code-unreadable', `„${text.slice(0, 20)}“ ist keine Postleitzahl.`);
	return {
		values: { postalCode: padded },
		...(code?.length === 4 && {
			notice: { code: 'postal-code-padded', message: `Die führende Null der Postleitzahl ${padded} fehlte und ist ergänzt.` }
		})
	};
}

function place(whole: string, { field, town }: { field: FieldId; town: Town }): Said {
	const text = brief(whole);
	const parts: AddressParts =
		field === 'address' ? parseAddress(text, town) : field === 'street' ? splitStreet(text) : splitPlace(text, town);
	const cut = Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, value?.slice(0, name === 'houseNumber' ? 20 : 120)]));
	return { values: { ...cut, ...(field !== 'city' && { rawAddress: whole.slice(0, 400) }) }, keep: whole.length > longest };
}

const longest = 300;
/** No address, number or word is longer; and what searches a text for one would search for minutes in a hostile one. */
export const brief = (text: string) => text.replace(/\s+/g, ' ').slice(0, longest);

/** Reads one cell that is not blank. Coordinates are read together, see `read-row.ts`. */
export function readCell(whole: string, column: Column, town: Town): Said {
	const { kind } = fields[column.field];
	if (whole.length <= longest || kind === 'text' || kind === 'id' || kind === 'keep') return readShort(whole, column, town);
	return { ...readShort(brief(whole), column, town), keep: true };
}

function readShort(text: string, column: Column, town: Town): Said {
	const { field } = column;
	if (field === 'postalCode') return postalCode(text, town);
	if (field === 'city' || field === 'street' || field === 'address') return place(text, { field, town });
	if (field === 'storeys') return readStoreys(text, column);
	switch (fields[field].kind) {
		case 'text':
			return readText(text, column);
		case 'area':
			return readArea(text, column);
		case 'year':
			return readYear(text, column);
		case 'date':
			return readDateCell(text, column);
		case 'money':
			return readMoney(text, column);
		case 'word':
			return readWordCell(text, column);
		case 'words':
			return readWordsCell(text, column);
		case 'yesno':
			return readYesNo(text, column);
		case 'id':
			return { values: { externalId: text.slice(0, 80) } };
		default:
			return { values: {}, keep: fields[field].kind === 'keep' };
	}
}
