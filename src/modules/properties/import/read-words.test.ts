import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as vocabulary from '../vocabulary.ts';
import { readWord, readWords, saysUnknown, type WordTable } from './read-words.ts';
import * as tables from './vocabulary-values.ts';

const cases: [string, WordTable<string>, [string, string | null][]][] = [
	[
		'kinds of building',
		tables.propertyTypeWords,
		[
			['Ehem. Gaststätte', 'inn'],
			['EFH', 'residential_house'],
			['Dreiseithof', 'farmstead'],
			['Scheune / Stall', 'barn_stable'],
			['Schulgebäude', 'school'],
			['altes Bahnhofsgebäude', 'railway_station'],
			['Mehrfamilenhaus', 'apartment_building'],
			['Ladenlokal EG', 'shop'],
			['vacant building, confirmed', null],
			['Kuriosum', null]
		]
	],
	[
		'condition',
		tables.conditionWords,
		[
			['sanierungsbedürftig', 'refurbishment_needed'],
			['stark sanierungsbedürftig', 'major_refurbishment'],
			['Ruine', 'dilapidated'],
			['unsaniert', 'refurbishment_needed'],
			['saniert', 'ready_to_use'],
			['nicht saniert', null],
			['saniegsbedürftig', null]
		]
	],
	[
		'heritage',
		tables.heritageWords,
		[
			['ja', 'single_monument'],
			['kein Denkmal', 'none'],
			['nein', 'none'],
			['Ensembleschutz', 'ensemble'],
			['Denkmalbereich', 'ensemble'],
			['✓', 'single_monument']
		]
	],
	[
		'accessibility',
		tables.accessibilityWords,
		[
			['ebenerdig', 'step_free'],
			['nicht barrierefrei', 'not'],
			['mit Rampe möglich', 'with_ramp_possible'],
			['teilw.', 'partly']
		]
	],
	[
		'vacancy',
		tables.vacancyDegreeWords,
		[
			['Leerstand', 'full'],
			['Teilleerstand', 'partial'],
			['droht', null],
			['drohender Leerstand', 'impending'],
			['kein Leerstand', 'not_vacant'],
			['bewohnt', 'not_vacant']
		]
	],
	[
		'yes and no',
		tables.yesNoWords,
		[
			['x', 'yes'],
			['J', 'yes'],
			['✔', 'yes'],
			['n', 'no'],
			['0', 'no'],
			['FALSE', 'no'],
			['vielleicht', null]
		]
	]
];

test.for(cases.flatMap(([what, table, pairs]) => pairs.map(([text, word]) => ({ what, table, text, word }))))(
	'$what: "$text" means $word',
	({ table, text, word }) => expect(readWord(text, table)).toBe(word)
);

test('a cell with several words gives all of them and keeps the rest', () => {
	expect(readWords('Miete / Kauf', tables.offerModeWords)).toEqual({ words: ['rent', 'sale'], rest: [] });
	expect(readWords('Wohnen, Café und Raketenbau', tables.useWords)).toEqual({ words: ['housing', 'cafe'], rest: ['Raketenbau'] });
});

const labelled: [string, WordTable<string>, Record<string, string>][] = [
	['property types', tables.propertyTypeWords, vocabulary.propertyTypes],
	['conditions', tables.conditionWords, vocabulary.conditions],
	['heritage', tables.heritageWords, vocabulary.heritages],
	['accessibility', tables.accessibilityWords, vocabulary.accessibilities],
	['vacancy degrees', tables.vacancyDegreeWords, vocabulary.vacancyDegrees],
	['offers', tables.offerModeWords, vocabulary.offerModes],
	['last uses', tables.lastUseWords, vocabulary.lastUses],
	['uses', tables.useWords, vocabulary.uses],
	['settings', tables.settingWords, vocabulary.settings]
];

test.for(labelled.flatMap(([what, table, labels]) => Object.entries(labels).map(([word, label]) => ({ what, table, word, label }))))(
	'what we write ourselves comes back: $label ($what)',
	({ table, word, label }) => {
		if (word === 'unknown') expect(saysUnknown(label)).toBe(true);
		else expect(readWord(label, table)).toBe(word);
	}
);

test('no text makes the reading of words fail', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 40 }), (text) => {
			const word = readWord(text, tables.propertyTypeWords);
			expect(word === null || word in vocabulary.propertyTypes).toBe(true);
		})
	);
});
