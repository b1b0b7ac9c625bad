import { criteriaSet, setFormat, setVersion, type CriteriaFile, type CriteriaSet } from './criteria-set.ts';
import type { Level } from './criteria.ts';
import type { LightKind } from './light.ts';

/** What the light forms ask, in our own words: conditions for an expression of interest, four questions for a room grant. */

const scale = (...texts: [none: string, some: string, good: string, full: string]): Level[] =>
	texts.map((text, points) => ({ points, text }));

const contact: CriteriaFile['eligibility'] = [
	{
		title: 'Ansprechperson',
		description: 'Ein Mensch, der für alle spricht, und eine zweite Person, falls die erste krank ist.',
		evidence: ['group']
	}
];

const interest = criteriaSet.parse({
	...{ format: setFormat, version: setVersion, title: 'Interessenbekundung', source: 'Vorlage Gestaltungsraum', areas: [] },
	eligibility: [
		...contact,
		{
			title: 'Skizze',
			description: 'Was soll hier geschehen, für wen, und was braucht Ihr dafür? Zwei Seiten genügen, Zahlen noch nicht.',
			evidence: ['sketch']
		},
		{
			title: 'Bereitschaft zum Gespräch',
			description: 'Ihr seht Euch das Haus an und kommt zu einem Gespräch.',
			evidenceNote: 'Ein Satz genügt.'
		}
	]
} satisfies CriteriaFile);

const grant = criteriaSet.parse({
	...{ format: setFormat, version: setVersion, title: 'Raumstipendium', source: 'Vorlage Gestaltungsraum', eligibility: contact },
	areas: [
		{
			title: 'Für den Ort',
			criteria: [
				{
					...{ title: 'Angebot an die Bürger:innen', weight: 35, evidence: ['sketch'] },
					description: 'Was bietet Ihr den Menschen hier an, wie oft, und wer kann kommen?',
					levels: scale(
						'Es gibt kein Angebot.',
						'Ein Angebot ist genannt, aber nicht, wann und für wen.',
						'Ein Angebot mit Zeiten, offen für einen Teil der Menschen hier.',
						'Ein regelmäßiges Angebot, offen für alle, ohne Kosten oder für wenig Geld.'
					)
				},
				{
					...{ title: 'Gemeinsame Arbeit', weight: 25, evidence: ['sketch'] },
					description: 'Mit wem im Haus und im Ort arbeitet Ihr zusammen, und woran?',
					levels: scale(
						'Ihr arbeitet für Euch.',
						'Die Absicht ist da, noch ohne jemanden zu nennen.',
						'Eine Gruppe oder ein Verein ist genannt, mit einem Vorhaben.',
						'Mehrere haben zugesagt, und es steht da, was gemeinsam entsteht.'
					)
				}
			]
		},
		{
			title: 'Ihr und die Räume',
			criteria: [
				{
					...{ title: 'Vorstellung', weight: 20, evidence: ['group'] },
					description: 'Wer seid Ihr, und was habt Ihr bisher gemacht?',
					levels: scale(
						'Es bleibt offen, wer dahintersteht.',
						'Ihr stellt Euch vor, die Arbeit bleibt undeutlich.',
						'Ihr und Eure Arbeit sind zu erkennen.',
						'Ihr und Eure Arbeit sind zu erkennen, und etwas Ähnliches ist Euch schon gelungen.'
					)
				},
				{
					...{ title: 'Wunsch', weight: 20, evidence: ['sketch'] },
					description: 'Welcher Raum, wofür, wie lange, und was muss er können?',
					levels: scale(
						'Der Wunsch passt zu keinem der Räume.',
						'Er passt nur mit großem Umbau.',
						'Er passt mit kleinen Änderungen.',
						'Er passt so, wie der Raum heute ist.'
					)
				}
			]
		}
	]
} satisfies CriteriaFile);

export const lightSets: Record<LightKind, CriteriaSet> = { expression_of_interest: interest, room_grant: grant };
